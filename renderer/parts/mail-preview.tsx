import { makeStyles, mergeClasses, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountKind, Cloud, Language } from '#shared/domain/cloud.ts'
import { composeInvitation } from '#shared/domain/invitation.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { invitationTexts } from '#shared/domain/invitation-texts.ts'
import { readLink } from '#shared/domain/link.ts'
import type { PlaceholderProblem } from '#shared/domain/placeholders.ts'
import { LinkBox } from './link-box.tsx'
import { mailParagraphs } from './mail-paragraphs.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  heading: { margin: 0 },
  tabs: { flexWrap: 'wrap', minWidth: 0, maxWidth: '100%' },
  paper: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  subject: { fontWeight: tokens.fontWeightSemibold },
  body: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    '& p': { margin: `0 0 ${tokens.spacingVerticalM}` },
    '& p:last-child': { marginBottom: 0 },
  },
  plain: { whiteSpace: 'pre-wrap', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  link: {
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
  },
  hole: {
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorStatusDangerForeground2,
    backgroundColor: tokens.colorStatusDangerBackground1,
    textDecorationLine: 'underline',
    textDecorationStyle: 'wavy',
  },
  missing: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground3,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type MailPreviewProps = {
  readonly message: InvitationMessage
  readonly link: string | null
  readonly language: Language
  readonly recipients: readonly string[]
  /** Placeholders that cannot be filled in; they are shown where they stand. */
  readonly problems?: readonly PlaceholderProblem[]
  /** Says that the link's box stands elsewhere on the screen. */
  readonly isLinkElsewhere?: boolean
  readonly account: {
    readonly cloud: Cloud
    readonly kind: AccountKind
    readonly tenantId: string | null
  } | null
}

/** The mail exactly as the customer will see it, formatted or as plain text, with its locked link in a box below. */
export function MailPreview({
  message,
  link,
  language,
  recipients,
  problems = [],
  account,
  isLinkElsewhere = false,
}: MailPreviewProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [format, setFormat] = useState<'rich' | 'plain'>('rich')
  const panel = useId()
  return (
    <section className={styles.root} aria-label={t('wizard.preview.heading')}>
      <div className={styles.bar}>
        <Text as="h2" weight="semibold" className={styles.heading}>
          {t('wizard.preview.heading')}
        </Text>
        <TabList
          size="small"
          className={styles.tabs}
          aria-label={t('wizard.preview.format')}
          selectedValue={format}
          onTabSelect={(_, { value }) => setFormat(value as 'rich' | 'plain')}
        >
          {(['rich', 'plain'] as const).map((each) => (
            <Tab key={each} value={each} aria-controls={panel}>
              {t(`wizard.preview.${each}`)}
            </Tab>
          ))}
        </TabList>
      </div>
      <div id={panel} role="tabpanel" tabIndex={0} aria-label={t(`wizard.preview.${format}`)}>
        <article className={styles.paper} lang={language}>
          <dl className={styles.head}>
            <dt className={styles.term}>{t('wizard.preview.to')}</dt>
            <dd className={styles.value}>
              {recipients.length === 0 ? (
                <span className={styles.quiet}>{t('wizard.preview.nobody')}</span>
              ) : (
                recipients.join('; ')
              )}
            </dd>
            <dt className={styles.term}>{t('wizard.preview.subject')}</dt>
            <dd className={mergeClasses(styles.value, styles.subject)}>
              <Marked text={message.subject.trim()} problems={problems} />
            </dd>
          </dl>
          {format === 'plain' && link !== null ? (
            <div className={mergeClasses(styles.body, styles.plain)}>
              <Marked text={composeInvitation(message, link, language).text} problems={problems} />
            </div>
          ) : (
            <div className={styles.body}>
              <Paragraphs text={message.text} problems={problems} />
              <p>
                {link === null ? (
                  <span className={styles.missing}>{t('wizard.preview.linkHere')}</span>
                ) : (
                  <span className={styles.link}>
                    {invitationTexts[language].linkLabel(readLink(link)?.host ?? '')}
                  </span>
                )}
              </p>
              <Paragraphs text={message.closing} problems={problems} />
            </div>
          )}
        </article>
      </div>
      {link !== null && !isLinkElsewhere && <LinkBox link={link} account={account} />}
    </section>
  )
}

type MarkedProps = { readonly text: string; readonly problems: readonly PlaceholderProblem[] }

/** A text in which what cannot be filled in stands out. */
function Marked({ text, problems }: MarkedProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  if (problems.length === 0) {
    return text
  }
  // Every second part is one of the braces that the text is split at.
  return text.split(/(\{\{[^{}]*\}\})/).map((part, index) => {
    const name = index % 2 === 0 ? null : part.slice(2, -2).trim()
    const problem = problems.find((each) => each.name === name)
    return problem === undefined ? (
      part
    ) : (
      <mark
        key={index}
        className={styles.hole}
        title={t(`templates.${problem.reason}`, { names: problem.name })}
      >
        {part}
      </mark>
    )
  })
}

function Paragraphs({ text, problems }: MarkedProps) {
  return mailParagraphs(text).map((lines, paragraph) => (
    <p key={paragraph}>
      {lines.map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          <Marked text={line} problems={problems} />
        </span>
      ))}
    </p>
  ))
}
