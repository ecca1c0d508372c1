import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { CloudBadge, SampleBadge } from '#renderer/parts/badges.tsx'
import { DetailPane, type DetailFrame } from '#renderer/parts/detail-pane.tsx'
import { MailPreview } from '#renderer/parts/mail-preview.tsx'
import { Private, PrivatePart } from '#renderer/parts/private.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import type { RequestDraft } from '#renderer/state/request-draft.ts'
import { useView } from '#renderer/state/use-view.ts'
import { Comparison } from './comparison.tsx'
import { RequestActions } from './request-actions.tsx'
import { RequestHistory } from './request-history.tsx'
import { RequestState } from './request-state.tsx'

const useStyles = makeStyles({
  open: { minHeight: '24px' },
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

type RequestDetailProps = DetailFrame & {
  readonly requestId: string
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
    return <Problem error={error} canRetry />
  }
  const labels = { open: t('requests.openPage'), back: t('requests.title'), close: t('requests.close') }
  if (request === undefined) {
    return <DetailPane {...props} labels={labels} />
  }
  const account = accounts.find((each) => each.id === request.accountId) ?? null
  const { customerId } = request

  return (
    <DetailPane
      {...props}
      labels={labels}
      title={<Private customerId={customerId}>{request.customerName}</Private>}
      facts={
        <>
          <RequestState state={request.state} />
          {request.expiresOn !== null && <Text>{t('ledger.expiresOn', { date: request.expiresOn })}</Text>}
          {request.kind !== 'reseller' && <Text>{t(`requests.kinds.${request.kind}`)}</Text>}
          <CloudBadge cloud={request.cloud} />
          {request.isSample && <SampleBadge />}
          {customerId === null ? (
            <Text>{t('requests.prospect')}</Text>
          ) : (
            <Link as="button" className={styles.open} onClick={() => props.onOpenCustomer(customerId)}>
              {t('requests.openCustomer')}
            </Link>
          )}
        </>
      }
    >
      <PrivatePart customerId={customerId}>
        <div className={styles.body}>
          <div className={styles.measure}>
            <Text className={styles.quiet}>
              {t(`requests.stateHints.${request.state}`)}
              {t('common.sentenceGap')}
              {t(`requests.owners.${request.relationshipOwner}`)}
              {request.sentBy !== null &&
                t('common.sentenceGap') + t('requests.sentBy', { name: request.sentBy })}
            </Text>
            {request.state === 'accepted' && <Comparison requestId={request.id} />}
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
      </PrivatePart>
    </DetailPane>
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
    sentBy: request.sentBy,
    language: request.language,
    edits: { [request.language]: { subject: request.subject, text: request.text, closing: request.closing } },
    recipients: request.recipients,
  }
}
