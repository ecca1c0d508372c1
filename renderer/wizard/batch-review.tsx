import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Option,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '#shared/domain/cloud.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { LongText } from '#renderer/parts/long-text.tsx'
import { KitMenu } from '#renderer/requests/kit-menu.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { BatchEntry } from '#renderer/state/request-draft.ts'
import { isBatchReady } from './batch-footer.tsx'
import type { BatchHandOver } from './use-batch-hand-over.ts'
import type { DraftView, PreparedEntry } from './use-request-draft.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 128px auto',
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
  own: { gridColumn: '1 / -1', justifySelf: 'start', whiteSpace: 'nowrap' },
  text: { minHeight: '200px' },
  saved: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  bar: {
    whiteSpace: 'normal',
    display: 'block',
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
})

type BatchReviewProps = {
  readonly view: DraftView
  readonly handOver: BatchHandOver
  readonly at: number
  readonly onAt: (index: number) => void
}

/** One look at each of a batch: its recipients, its language and, where one wants, a text of its own. */
export function BatchReview({ view, handOver, at, onAt }: BatchReviewProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer } = useUiActions()
  const change = (key: string, part: Partial<BatchEntry>) =>
    answer({
      several: view.draft.several.map((each) =>
        each.key === key ? { ...each, ...part, savedAs: null } : each,
      ),
    })
  return (
    <>
      <Outcome view={view} handOver={handOver} />
      <Text>{t('wizard.several.review', { count: view.entries.length })}</Text>
      <ul className={styles.list} aria-label={t('wizard.several.chosen')}>
        {view.entries.map((entry, index) => (
          <EntryRow
            key={entry.key}
            entry={entry}
            isCurrent={index === at}
            link={view.link}
            isReady={isBatchReady(view) && !handOver.pending}
            requestIdOf={() => handOver.requestIdOf(entry.key)}
            onShow={() => onAt(index)}
            onChange={(part) => change(entry.key, part)}
          />
        ))}
      </ul>
    </>
  )
}

/** Says how far the batch has come: what is saved, what is not, and what can be done about it. */
function Outcome({ view, handOver }: Pick<BatchReviewProps, 'view' | 'handOver'>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const saved = view.draft.several.filter(({ savedAs }) => savedAs !== null)
  const missing = view.draft.several.filter(({ savedAs }) => savedAs === null)
  if (saved.length === 0 && !handOver.isCancelled) {
    return null
  }
  return (
    <MessageBar
      intent={missing.length === 0 ? 'success' : saved.length === 0 ? 'info' : 'warning'}
      layout="multiline"
    >
      <MessageBarBody className={styles.bar}>
        {saved.length === 0 ? (
          t('wizard.several.notYet', { count: missing.length })
        ) : (
          <>
            <MessageBarTitle>{t('ledger.savedDrafts', { count: saved.length })}</MessageBarTitle>
            <br />
            {missing.length === 0
              ? t('ledger.savedDraftsHint')
              : t('ledger.notSaved', { names: missing.map(({ name }) => name).join(', ') })}
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}

type EntryRowProps = {
  readonly entry: PreparedEntry
  readonly isCurrent: boolean
  readonly link: string | null
  /** Says that the whole batch could be written to the ledger now. */
  readonly isReady: boolean
  readonly requestIdOf: () => Promise<string>
  readonly onShow: () => void
  readonly onChange: (part: Partial<BatchEntry>) => void
}

function EntryRow({ entry, isCurrent, link, isReady, requestIdOf, onShow, onChange }: EntryRowProps) {
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
  const write = (part: Partial<InvitationMessage>) =>
    onChange({ message: { ...(entry.message ?? entry.filled), ...part } })
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
      {link === null ? (
        <span />
      ) : (
        <KitMenu
          mail={{ ...entry.filled, link, language: entry.inLanguage, recipients: entry.recipients }}
          name={entry.name}
          isSmall
          isDisabled={!isReady}
          requestIdOf={requestIdOf}
        />
      )}
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
      {entry.savedAs !== null && (
        <Text size={200} className={mergeClasses(styles.wide, styles.saved)}>
          {t('wizard.review.savedTitle', { fileName: entry.savedAs })}
        </Text>
      )}
      {isCurrent &&
        (entry.message === null ? (
          <Button size="small" className={styles.own} onClick={() => write({})}>
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
            <LongText
              aria-label={t('wizard.message.text')}
              value={entry.message.text}
              most={20_000}
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
