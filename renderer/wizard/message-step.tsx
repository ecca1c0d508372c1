import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '#shared/domain/cloud.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { insertAtCaret } from '#renderer/parts/insert-at-caret.ts'
import { LongText } from '#renderer/parts/long-text.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { RecipientsField } from './recipients-field.tsx'
import { TemplatePicker } from './template-picker.tsx'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  space: { flex: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  text: { minHeight: '260px' },
  closing: { minHeight: '140px' },
  bar: { whiteSpace: 'normal', display: 'block', paddingBlock: tokens.spacingVerticalXS },
})

type Part = keyof InvitationMessage
type TextField = HTMLInputElement | HTMLTextAreaElement

/** What the mail says: its language, recipients, subject and text. The link is not part of the text. */
export function MessageStep({ view }: { readonly view: DraftView }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { answer } = useUiActions()
  const { draft, language, message, isEdited, isForOthers, writtenFor, partsWithLink, account } = view

  const fields = useRef<{ [P in Part]?: TextField | null }>({})
  const last = useRef<Part | null>(null)
  const insert = (placeholder: string) => {
    const field = fields.current[last.current ?? 'text']
    if (last.current === null) {
      // Nothing was being written yet: the end is where one goes on.
      field?.setSelectionRange(field.value.length, field.value.length)
    }
    if (field !== null && field !== undefined) {
      insertAtCaret(field, placeholder)
    }
  }
  const asField = (part: Part) => ({
    ref: (field: TextField | null) => {
      fields.current[part] = field
    },
    onFocus: () => {
      last.current = part
    },
  })
  const write = (change: Partial<InvitationMessage>) =>
    answer({ edits: { ...draft.edits, [language]: { ...message, ...change } }, editedFor: writtenFor })
  const startOver = () => {
    const { [language]: _, ...others } = draft.edits
    answer({ edits: others, editedFor: null })
    notify({ title: t('wizard.message.startOverDone'), intent: 'info' })
  }
  const placeholderProblem = (part: keyof InvitationMessage) => {
    const here = view.placeholderProblems.filter(({ name }) =>
      new RegExp(`\\{\\{\\s*${escapeRegExp(name)}\\s*\\}\\}`).test(message[part]),
    )
    const names = here.map(({ name }) => name).join(', ')
    return here.length === 0
      ? undefined
      : t(here.some(({ reason }) => reason === 'unknown') ? 'templates.unknown' : 'templates.empty', {
          names,
        })
  }
  const problemOf = (part: keyof InvitationMessage) =>
    partsWithLink.includes(part)
      ? t('wizard.message.linkInText')
      : part === 'subject' && message.subject.trim() === ''
        ? t('wizard.message.subjectNeeded')
        : placeholderProblem(part)
  const validation = (part: keyof InvitationMessage) => {
    const problem = problemOf(part)
    return problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const }
  }

  return (
    <>
      <Field label={t('wizard.message.language')} hint={t('wizard.message.languageHint')}>
        <RadioGroup
          layout="horizontal"
          value={language}
          onChange={(_, { value }) => answer({ language: value as Language })}
        >
          {languages.map((each) => (
            <Radio key={each} value={each} label={t(`languages.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
      {draft.kind !== 'several' && (
        <RecipientsField recipients={draft.recipients} text={draft.recipientText} contact={draft.contact} />
      )}
      <TemplatePicker view={view} onInsert={insert} />
      {account?.cloud === '21vianet' && (
        <Text size={200} className={styles.quiet}>
          {t('templates.paragraphs')}
        </Text>
      )}
      {isForOthers && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.bar}>{t('wizard.message.otherText')}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={t('wizard.message.subject')} required {...validation('subject')}>
        <Input
          {...asField('subject')}
          value={message.subject}
          maxLength={400}
          lang={language}
          onChange={(_, { value }) => write({ subject: value })}
        />
      </Field>
      <Field label={t('wizard.message.text')} hint={t('wizard.message.textHint')} {...validation('text')}>
        <LongText
          {...asField('text')}
          value={message.text}
          most={20_000}
          lang={language}
          resize="vertical"
          textarea={{ className: styles.text }}
          onChange={(_, { value }) => write({ text: value })}
        />
      </Field>
      <Field label={t('wizard.message.closing')} {...validation('closing')}>
        <LongText
          {...asField('closing')}
          value={message.closing}
          most={5_000}
          lang={language}
          resize="vertical"
          textarea={{ className: styles.closing }}
          onChange={(_, { value }) => write({ closing: value })}
        />
      </Field>
      <div className={styles.head}>
        <Button size="small" icon={<ArrowResetRegular />} disabled={!isEdited} onClick={startOver}>
          {t('wizard.message.startOver')}
        </Button>
        {isEdited && (
          <Text size={200} className={styles.quiet}>
            {t('wizard.message.edited')}
          </Text>
        )}
      </div>
    </>
  )
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
