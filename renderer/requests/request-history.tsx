import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  event: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
})

type RequestHistoryProps = { readonly events: ViewValue<'request.detail'>['events'] }

/** Everything that happened to a request, newest first. */
export function RequestHistory({ events }: RequestHistoryProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  return (
    <section className={styles.root}>
      <Text as="h2" weight="semibold" className={styles.heading}>
        {t('requests.history')}
      </Text>
      <ol className={styles.list} aria-label={t('requests.history')}>
        {events.toReversed().map((event, index) => (
          <li key={index} className={styles.event}>
            <span className={styles.time}>{format.time(event.at)}</span>
            <span className={styles.words}>
              <span>
                {t(`requests.events.${event.kind}`)}
                {event.format !== null && `: ${t(`requests.formats.${event.format}`)}`}
                {event.toState !== null && `: ${t(`requests.states.${event.toState}`)}`}
                {event.kind === 'scheduled' && `: ${event.note ?? t('requests.unscheduled')}`}
              </span>
              {event.kind === 'moved' && (
                <span className={styles.detail}>
                  {event.evidence === null
                    ? t('requests.evidence.user')
                    : event.evidence.source === 'import'
                      ? t('requests.evidence.import', { fileName: event.evidence.fileName })
                      : t('requests.evidence.rule', { document: event.evidence.document })}
                </span>
              )}
              {event.kind === 'moved' && event.note !== null && (
                <span className={styles.detail}>{event.note}</span>
              )}
              {event.fileName !== null && <span className={styles.detail}>{event.fileName}</span>}
              {event.kind === 'exported' && event.recipients.length > 0 && (
                <span className={styles.detail}>{event.recipients.join('; ')}</span>
              )}
              {event.sha256 !== null && (
                <span className={styles.detail}>
                  {t('requests.sha')} {event.sha256}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
