import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Option,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { DraftsRegular } from '@fluentui/react-icons/svg/drafts'
import { SaveRegular } from '@fluentui/react-icons/svg/save'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '#shared/domain/cloud.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { BatchEntry } from '#renderer/state/request-draft.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import type { DraftView, PreparedEntry } from './use-request-draft.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 128px',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  name: {
    justifyContent: 'flex-start',
    minWidth: 0,
    paddingInline: 0,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  dropdown: { minWidth: 0, width: '128px' },
  wide: { gridColumn: '1 / -1' },
  text: { minHeight: '200px' },
  bar: { whiteSpace: 'normal', display: 'block', paddingBlock: tokens.spacingVerticalXS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type BatchReviewProps = {
  readonly view: DraftView
  readonly at: number
  readonly onAt: (index: number) => void
}

/** One look at each of a batch: its recipients, its language and, where one wants, a text of its own. */
export function BatchReview({ view, at, onAt }: BatchReviewProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer } = useUiActions()
  const change = (key: string, part: Partial<BatchEntry>) =>
    answer({ several: view.draft.several.map((each) => (each.key === key ? { ...each, ...part } : each)) })
  const { savedCount } = view.draft
  return (
    <>
      {savedCount !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.bar}>
            {t('ledger.savedDrafts', { count: savedCount })}
            {t('common.sentenceGap')}
            {t('ledger.savedDraftsHint')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Text>{t('wizard.several.review', { count: view.entries.length })}</Text>
      <ul className={styles.list} aria-label={t('wizard.several.chosen')}>
        {view.entries.map((entry, index) => (
          <EntryRow
            key={entry.key}
            entry={entry}
            isCurrent={index === at}
            onShow={() => onAt(index)}
            onChange={(part) => change(entry.key, part)}
          />
        ))}
      </ul>
    </>
  )
}

type EntryRowProps = {
  readonly entry: PreparedEntry
  readonly isCurrent: boolean
  readonly onShow: () => void
  readonly onChange: (part: Partial<BatchEntry>) => void
}

function EntryRow({ entry, isCurrent, onShow, onChange }: EntryRowProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [typed, setTyped] = useState(entry.recipients.join('; '))
  const addresses = typed
    .split(/[;,；，\s]+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const wrong = addresses.find((each) => !isEmailAddress(each))
  const names = entry.problems.map(({ name }) => name).join(', ')
  const isUnknown = entry.problems.some(({ reason }) => reason === 'unknown')
  const write = (part: Partial<InvitationMessage>) => onChange({ message: { ...entry.filled, ...part } })
  return (
    <li className={mergeClasses(styles.row, isCurrent && styles.current)}>
      <Button appearance="transparent" className={styles.name} aria-pressed={isCurrent} onClick={onShow}>
        {entry.name}
      </Button>
      <Dropdown
        size="small"
        className={styles.dropdown}
        aria-label={`${t('wizard.message.language')}: ${entry.name}`}
        value={t(`languages.${entry.inLanguage}`)}
        selectedOptions={[entry.inLanguage]}
        onOptionSelect={(_, { optionValue }) =>
          onChange({ language: optionValue as Language, message: null })
        }
      >
        {languages.map((each) => (
          <Option key={each} value={each}>
            {t(`languages.${each}`)}
          </Option>
        ))}
      </Dropdown>
      <Field
        className={styles.wide}
        size="small"
        validationMessage={
          wrong !== undefined
            ? t('wizard.message.recipientInvalid', { address: wrong })
            : entry.problems.length > 0
              ? t(isUnknown ? 'templates.unknown' : 'templates.empty', { names })
              : null
        }
        validationState={wrong !== undefined || entry.problems.length > 0 ? 'error' : 'none'}
      >
        <Input
          aria-label={`${t('wizard.message.recipients')}: ${entry.name}`}
          placeholder={t('wizard.message.recipients')}
          value={typed}
          spellCheck={false}
          onFocus={onShow}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={() => wrong === undefined && onChange({ recipients: [...new Set(addresses)].slice(0, 50) })}
        />
      </Field>
      {isCurrent &&
        (entry.message === null ? (
          <Button size="small" onClick={() => write({})}>
            {t('wizard.several.ownText')}
          </Button>
        ) : (
          <div className={styles.wide}>
            <Input
              aria-label={t('wizard.message.subject')}
              className={styles.wide}
              value={entry.message.subject}
              maxLength={400}
              onChange={(_, { value }) => write({ subject: value })}
            />
            <Textarea
              aria-label={t('wizard.message.text')}
              value={entry.message.text}
              maxLength={20_000}
              resize="vertical"
              textarea={{ className: styles.text }}
              onChange={(_, { value }) => write({ text: value })}
            />
            <Button size="small" onClick={() => onChange({ message: null })}>
              {t('wizard.message.startOver')}
            </Button>
          </div>
        ))}
    </li>
  )
}

type BatchFooterProps = { readonly view: DraftView; readonly onDone: () => void }

/** The ways out for a batch: a mail draft for each, or drafts in the ledger. */
export function BatchFooter({ view, onDone }: BatchFooterProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { set, moveDraft, go } = useUiActions()
  const create = useCommand('batch.create')
  const save = useCommand('invitation.save-drafts')
  const [made, setMade] = useState<readonly string[] | null>(null)
  const { draft, account, entries } = view
  const isReady = entries.length > 0 && entries.every(({ problems }) => problems.length === 0)
  const error = create.error ?? (save.error?.code === 'CANCELLED' ? null : save.error)

  const write = async (): Promise<readonly string[] | null> => {
    if (made !== null) {
      return made
    }
    const done = await create.run({
      accountId: account?.id ?? '',
      ...(draft.linkId === null ? {} : { linkId: draft.linkId }),
      purpose: draft.purpose,
      customers: entries.map((entry) => ({
        ...(entry.customer === null
          ? { prospect: { name: entry.name, email: entry.recipients[0] ?? '' } }
          : { customerId: entry.customer.id }),
        language: entry.inLanguage,
        recipients: entry.recipients,
        message: entry.filled,
      })),
    })
    if (!done.ok) {
      return null
    }
    setMade(done.value.requestIds)
    moveDraft({ isUnsaved: false })
    return done.value.requestIds
  }
  if (draft.savedCount !== null) {
    return (
      <Button
        appearance="primary"
        onClick={() => {
          set('draft', null)
          onDone()
        }}
      >
        {t('wizard.review.done')}
      </Button>
    )
  }
  return (
    <>
      {error !== null && <Problem error={error} />}
      <span className={styles.buttons}>
        <Button
          icon={<DraftsRegular />}
          disabled={!isReady || create.pending}
          onClick={async () => {
            if ((await write()) !== null) {
              set('draft', null)
              notify({ title: t('wizard.review.draftKept') })
              go({ screen: 'requests', isFullPage: false })
            }
          }}
        >
          {t('wizard.review.keepDraft')}
        </Button>
        <Button
          appearance="primary"
          icon={<SaveRegular />}
          disabled={!isReady || create.pending || save.pending}
          onClick={async () => {
            const requestIds = await write()
            if (requestIds !== null) {
              const done = await save.run({ requestIds, content: 'invitation' })
              if (done.ok) {
                moveDraft({ savedCount: done.value.fileNames.length })
              }
            }
          }}
        >
          {t('wizard.several.save', { count: entries.length })}
        </Button>
      </span>
    </>
  )
}
