import { Button, Link, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { FullScreenMaximizeRegular } from '@fluentui/react-icons/svg/full-screen-maximize'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { CloudBadge, SampleBadge } from '#renderer/parts/badges.tsx'
import { MailPreview } from '#renderer/parts/mail-preview.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import type { RequestDraft } from '#renderer/state/request-draft.ts'
import { useView } from '#renderer/state/use-view.ts'
import { RequestActions } from './request-actions.tsx'
import { RequestHistory } from './request-history.tsx'
import { RequestState } from './request-state.tsx'

const useStyles = makeStyles({
  root: { flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
  },
  body: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  measure: {
    flex: '1 1 480px',
    minWidth: 0,
    maxWidth: '760px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  aside: { flex: '1 1 280px', minWidth: 0, maxWidth: '760px' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type RequestDetailProps = {
  readonly requestId: string
  readonly isFullPage: boolean
  readonly onOpen: () => void
  readonly onBack: () => void
  readonly onClose: () => void
  readonly onDiscarded: () => void
  readonly onContinue: (draft: Partial<RequestDraft>) => void
  readonly onOpenCustomer: (customerId: string) => void
}

/** One request: its state in honest words, its mail with the exact link, and everything that happened to it. */
export function RequestDetail(props: RequestDetailProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { accounts } = useScope()
  const { value: request, error } = useView('request.detail', { requestId: props.requestId })

  if (error !== undefined) {
    return <Problem error={error} />
  }
  if (request === undefined) {
    return <div className={styles.root} />
  }
  const account = accounts.find((each) => each.id === request.accountId) ?? null
  const { customerId } = request

  return (
    <div className={styles.root}>
      <div className={styles.head}>
        {props.isFullPage && (
          <Tooltip content={t('requests.title')} relationship="label">
            <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.onBack} />
          </Tooltip>
        )}
        <div className={styles.words}>
          <Text
            as={props.isFullPage ? 'h1' : 'h2'}
            size={props.isFullPage ? 500 : 400}
            weight="semibold"
            className={styles.title}
          >
            {request.customerName}
          </Text>
          <div className={styles.facts}>
            <RequestState state={request.state} />
            <CloudBadge cloud={request.cloud} />
            {request.isSample && <SampleBadge />}
            {customerId === null ? (
              <Text>{t('requests.prospect')}</Text>
            ) : (
              <Link as="button" onClick={() => props.onOpenCustomer(customerId)}>
                {t('requests.openCustomer')}
              </Link>
            )}
          </div>
        </div>
        {!props.isFullPage && (
          <>
            <Tooltip content={t('requests.openPage')} relationship="label">
              <Button appearance="subtle" icon={<FullScreenMaximizeRegular />} onClick={props.onOpen} />
            </Tooltip>
            <Tooltip content={t('requests.close')} relationship="label">
              <Button appearance="subtle" icon={<DismissRegular />} onClick={props.onClose} />
            </Tooltip>
          </>
        )}
      </div>
      <div className={styles.body}>
        <div className={styles.measure}>
          <Text className={styles.quiet}>
            {t(`requests.stateHints.${request.state}`)}
            {t('common.sentenceGap')}
            {t(`requests.owners.${request.relationshipOwner}`)}
          </Text>
          <RequestActions
            request={request}
            onContinue={() => props.onContinue(draftOf(request))}
            onDiscarded={props.onDiscarded}
          />
          <MailPreview
            message={request}
            link={request.link}
            language={request.language}
            recipients={request.recipients}
            account={account}
          />
        </div>
        <div className={styles.aside}>
          <RequestHistory events={request.events} />
        </div>
      </div>
    </div>
  )
}

/** A request of the ledger as the wizard continues it. */
function draftOf(request: ViewValue<'request.detail'>): Partial<RequestDraft> {
  const { customerId, accountId, customerName } = request
  return {
    requestId: request.id,
    fixedLink: request.link,
    step: 'message',
    kind: customerId === null ? 'prospect' : 'customer',
    customer: customerId === null ? null : { id: customerId, accountId, name: customerName, domain: null },
    prospectName: customerId === null ? customerName : '',
    accountId,
    language: request.language,
    edits: { [request.language]: { subject: request.subject, text: request.text, closing: request.closing } },
    recipients: request.recipients,
  }
}
