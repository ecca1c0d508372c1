import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { PrivatePart, useIsHidden } from '#renderer/parts/private.tsx'
import { MailPreview } from '#renderer/parts/mail-preview.tsx'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { readOnce } from '#renderer/state/read-once.ts'
import { wizardSteps } from '#renderer/state/request-draft.ts'
import { AccountStep } from './account-step.tsx'
import { CustomerStep } from './customer-step.tsx'
import { BatchFooter } from './batch-footer.tsx'
import { BatchReview } from './batch-review.tsx'
import { PurposeStep } from './purpose-step.tsx'
import { MessageStep } from './message-step.tsx'
import { RelationshipFacts } from './relationship-facts.tsx'
import { ReviewFooter, ReviewStep } from './review-step.tsx'
import { SaveLinkButton } from './save-link-button.tsx'
import { StepList } from './step-list.tsx'
import { useBatchHandOver } from './use-batch-hand-over.ts'
import { useHandOver } from './use-hand-over.ts'
import { receiverOf } from './receiver.ts'
import { useRequestDraft } from './use-request-draft.ts'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'clamp(224px, 20%, 264px) minmax(0, 1.25fr) minmax(0, 1fr)',
    // One below the other, and all of it in one scroll.
    '@media (max-width: 799px)': { display: 'block', overflow: 'auto' },
  },
  side: {
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 799px)': {
      borderRightStyle: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  title: { margin: `0 ${tokens.spacingHorizontalS}` },
  middle: { minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
  },
  words: { flex: 1, display: 'flex', flexDirection: 'column', minWidth: 0 },
  question: {
    margin: 0,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  body: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    '& > *': { flexShrink: 0 },
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  back: { minWidth: '64px' },
  needed: { flex: 1, color: tokens.colorNeutralForeground3 },
  preview: {
    minHeight: 0,
    overflow: 'auto',
    padding: tokens.spacingHorizontalL,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 799px)': {
      borderLeftStyle: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
})

type WizardProps = {
  readonly onClose: () => void
  readonly onOpenRequest: (requestId: string) => void
  readonly onAddAccount: () => void
}

/** The request wizard: steps on the left, one question in the middle, the mail as it will be on the right. */
export function Wizard({ onClose, onOpenRequest, onAddAccount }: WizardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const view = useRequestDraft()
  const { draft, account, isAnswered } = view
  const { moveDraft, answer } = useUiActions()
  const handOver = useHandOver(view)
  const batch = useBatchHandOver(view)
  const isHidden = useIsHidden()
  const question = useRef<HTMLHeadingElement>(null)
  const { step } = draft
  const at = wizardSteps.indexOf(step)
  const isSeveral = draft.kind === 'several'
  const [shownEntry, setShownEntry] = useState(0)
  const entry = view.entries[Math.min(shownEntry, view.entries.length - 1)]

  // A new question is announced, and the keyboard starts at it.
  useEffect(() => question.current?.focus(), [step])

  const client = useClient()
  const customerId = draft.kind === 'customer' ? draft.customer?.id : undefined
  const isKnown = draft.lastLanguage?.customerId === customerId
  const isUntouched =
    draft.requestId === null && draft.recipients.every((each) => each === draft.contact?.email)
  useEffect(() => {
    if (customerId !== undefined && !isKnown) {
      void readOnce(client, 'customer.detail', { customerId }).then((customer) => {
        const contact = receiverOf(customer)
        moveDraft({
          lastLanguage: { customerId, language: customer?.exportLanguage ?? contact?.language ?? null },
          contact,
        })
        // What the user has typed stays; what stood there for another customer does not.
        if (isUntouched) {
          moveDraft({ recipients: contact === null ? [] : [contact.email] })
        }
      })
    }
  }, [client, customerId, isKnown, isUntouched, moveDraft])

  const next = () => {
    if (step === 'customer' && draft.kind === 'prospect' && draft.recipients.length === 0 && !view.isFixed) {
      answer({ recipients: [draft.prospectEmail.trim()] })
    }
    const typed = draft.recipientText.trim()
    if (step === 'message' && isEmailAddress(typed)) {
      answer({ recipients: [...new Set([...draft.recipients, typed])] })
      moveDraft({ recipientText: '' })
    }
    moveDraft({ step: wizardSteps[at + 1] ?? step })
  }

  const leave = (
    <Button
      appearance="subtle"
      icon={<DismissRegular />}
      aria-label={t('wizard.leave')}
      title={t('wizard.leaveHint')}
      onClick={onClose}
    />
  )
  const whose = draft.kind === 'customer' ? draft.customer?.id : null
  if (whose !== undefined && isHidden(whose)) {
    return (
      <>
        <PageHeader title={t(view.isFixed ? 'wizard.titleContinue' : 'wizard.title')}>{leave}</PageHeader>
        <PrivatePart customerId={whose}>{null}</PrivatePart>
      </>
    )
  }

  return (
    <div className={styles.root}>
      <aside className={styles.side} aria-labelledby="wizard-title">
        <Text as="h1" id="wizard-title" size={300} weight="semibold" className={styles.title}>
          {t(view.isFixed ? 'wizard.titleContinue' : 'wizard.title')}
        </Text>
        <StepList view={view} />
        <RelationshipFacts cloud={account?.cloud ?? null} />
      </aside>
      <div className={styles.middle}>
        <div className={styles.head}>
          <div className={styles.words}>
            <Text size={200} className={styles.quiet}>
              {t('wizard.stepOf', { step: at + 1, count: wizardSteps.length })}
            </Text>
            <h2 ref={question} tabIndex={-1} className={styles.question}>
              <Text size={500} weight="semibold">
                {t(`wizard.${step}.question`)}
              </Text>
            </h2>
          </div>
          {leave}
        </div>
        <div className={styles.body} role="group" aria-label={t(`wizard.${step}.question`)} tabIndex={0}>
          {step === 'purpose' && <PurposeStep view={view} />}
          {step === 'customer' && <CustomerStep view={view} />}
          {step === 'account' && <AccountStep view={view} onAddAccount={onAddAccount} />}
          {step === 'message' && <MessageStep view={view} />}
          {step === 'review' &&
            (isSeveral ? (
              <BatchReview view={view} handOver={batch} at={shownEntry} onAt={setShownEntry} />
            ) : (
              <ReviewStep view={view} handOver={handOver} />
            ))}
        </div>
        <div className={styles.footer}>
          {at > 0 && (
            <Button className={styles.back} onClick={() => moveDraft({ step: wizardSteps[at - 1] ?? step })}>
              {t('common.back')}
            </Button>
          )}
          <Text size={200} className={styles.needed}>
            {step === 'customer' && !isAnswered.customer
              ? t(
                  draft.kind === 'prospect'
                    ? 'wizard.customer.neededProspect'
                    : isSeveral
                      ? 'wizard.several.needed'
                      : 'wizard.customer.needed',
                )
              : ''}
          </Text>
          {step === 'review' && isSeveral ? (
            <BatchFooter view={view} handOver={batch} onDone={onClose} />
          ) : step === 'review' ? (
            <ReviewFooter view={view} handOver={handOver} onOpenRequest={onOpenRequest} />
          ) : step === 'account' && account === null ? (
            <Button appearance="primary" onClick={onAddAccount}>
              {t('wizard.account.setUp')}
            </Button>
          ) : step === 'account' && view.link === null && account !== null ? (
            <SaveLinkButton account={account} link={draft.linkText} />
          ) : (
            <Button appearance="primary" disabled={!isAnswered[step]} onClick={next}>
              {t('wizard.next')}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.preview}>
        <MailPreview
          message={entry?.filled ?? view.filled}
          problems={entry?.problems ?? view.placeholderProblems}
          link={view.link}
          language={entry?.inLanguage ?? view.language}
          recipients={entry?.recipients ?? draft.recipients}
          account={account}
          isLinkElsewhere={step === 'account'}
        />
      </div>
    </div>
  )
}
