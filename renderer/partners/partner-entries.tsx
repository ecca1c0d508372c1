import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '36px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flex: 1, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type PartnerEntriesProps = {
  readonly cells: ViewValue<'partner-map.detail'>['cells']
  readonly nameOf: (partner: string) => string
}

/** The map's entries in words, each with what it rests on; the user's own can be taken away. */
export function PartnerEntries({ cells, nameOf }: PartnerEntriesProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const remove = useCommand('partner-map.remove')
  return (
    <section className={styles.root} aria-labelledby="partner-entries">
      <Text as="h3" weight="semibold" id="partner-entries" className={styles.heading}>
        {t('partnerMap.entries')}
      </Text>
      <ul className={styles.list}>
        {cells.map((cell) => (
          <li key={`${cell.service} ${cell.partner}`} className={styles.row}>
            <span className={styles.words}>
              {cell.service} · {nameOf(cell.partner)}
              <Text size={200} block className={styles.quiet}>
                {[
                  ...(['transacts', 'privileges'] as const).map((field) =>
                    cell[field] === 'unknown'
                      ? ''
                      : `${t(`partnerMap.${field}`)}: ${t(`relationship.values.${cell[field]}`)}`,
                  ),
                  cell.partnerIdOn === 'unknown'
                    ? ''
                    : `${t('partnerMap.partnerOfRecord')}: ${t(`relationship.values.${cell.partnerIdOn}`)}`,
                  ...cell.evidence.map(({ source, on, note }) =>
                    [
                      source === 'file' ? t('partnerMap.sourceFile') : t(`relationship.sources.${source}`),
                      on,
                      note,
                    ]
                      .filter((part) => part !== '')
                      .join(' '),
                  ),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </span>
            {cell.id !== null && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Delete16Regular />}
                aria-label={`${t('partnerMap.remove')}: ${cell.service} · ${nameOf(cell.partner)}`}
                title={t('partnerMap.remove')}
                onClick={async () => {
                  if ((await remove.run({ cellId: cell.id ?? '' })).ok) {
                    notify({ title: t('partnerMap.removed'), canUndo: true })
                  }
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {remove.error !== null && <Problem error={remove.error} />}
    </section>
  )
}
