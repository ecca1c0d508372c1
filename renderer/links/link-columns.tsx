import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { History16Regular } from '@fluentui/react-icons/svg/history'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readLink } from '#shared/domain/link.ts'
import { CloudBadge, SampleSign } from '#renderer/parts/badges.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import type { ListRow } from '#renderer/table/use-list-window.ts'

type Link = ListRow<'link.list'>

const useStyles = makeStyles({
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  state: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  used: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The columns of the invitation links: host and partner readable, the link itself as it was pasted. */
export function useLinkColumns(): readonly Column<Link>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  return useMemo(
    (): readonly Column<Link>[] => [
      {
        id: 'accountName',
        header: t('links.columns.account'),
        minWidth: 184,
        grow: 1,
        priority: 0,
        tooltip: (row) => row.accountName,
        cell: (row) => (
          <span className={styles.name}>
            <span className={styles.text}>{row.accountName}</span>
            {row.isSample && <SampleSign />}
          </span>
        ),
      },
      {
        id: 'isCurrent',
        header: t('links.columns.isCurrent'),
        choice: (value) => t(`links.states.${value as 'yes'}`),
        minWidth: 112,
        grow: 0,
        priority: 0,
        cell: (row) => (
          <span className={styles.state}>
            {row.isCurrent === 'yes' ? (
              <CheckmarkCircle16Regular aria-hidden className={styles.used} />
            ) : (
              <History16Regular aria-hidden className={styles.quiet} />
            )}
            {t(`links.states.${row.isCurrent}`)}
          </span>
        ),
      },
      {
        id: 'label',
        header: t('links.columns.label'),
        minWidth: 144,
        grow: 1,
        priority: 2,
        tooltip: (row) => row.label || undefined,
        cell: (row) => (row.label === '' ? <span className={styles.quiet}>–</span> : row.label),
      },
      {
        id: 'purpose',
        header: t('links.columns.purpose'),
        choice: (value) => t(`links.purposes.${value as Link['purpose']}`),
        minWidth: 152,
        grow: 0,
        priority: 3,
        cell: (row) => t(`links.purposes.${row.purpose}`),
      },
      {
        id: 'checkedAt',
        header: t('links.columns.checkedAt'),
        minWidth: 112,
        grow: 0,
        priority: 3,
        tooltip: (row) => (row.checkedAt === null ? undefined : format.relative(format.date(row.checkedAt))),
        cell: (row) =>
          row.checkedAt === null ? (
            <span className={styles.quiet}>{t('links.neverChecked')}</span>
          ) : (
            format.date(row.checkedAt)
          ),
      },
      {
        id: 'host',
        header: t('links.columns.host'),
        minWidth: 232,
        grow: 1,
        priority: 0,
        value: (row) => readLink(row.link)?.host ?? null,
        tooltip: (row) => row.link,
        cell: (row) => <span className={styles.mono}>{readLink(row.link)?.host ?? row.link}</span>,
      },
      {
        id: 'partner',
        header: t('links.columns.partner'),
        minWidth: 296,
        grow: 0,
        priority: 3,
        value: (row) => readLink(row.link)?.partnerTenantId ?? null,
        cell: (row) => {
          const partner = readLink(row.link)?.partnerTenantId ?? null
          return partner === null ? (
            <span className={styles.quiet}>{t('links.noPartner')}</span>
          ) : (
            <span className={styles.mono}>{partner}</span>
          )
        },
      },
      {
        id: 'cloud',
        header: t('links.columns.cloud'),
        choice: (value) => t(`clouds.${value as Link['cloud']}`),
        minWidth: 136,
        grow: 0,
        priority: 2,
        cell: (row) => <CloudBadge cloud={row.cloud} />,
      },
      {
        id: 'requestCount',
        header: t('links.columns.requestCount'),
        minWidth: 96,
        grow: 0,
        priority: 1,
        align: 'end',
        tooltip: (row) => t('links.usedIn', { count: row.requestCount }),
        cell: (row) => format.number(row.requestCount),
      },
      {
        id: 'addedAt',
        header: t('links.columns.addedAt'),
        minWidth: 112,
        grow: 0,
        priority: 4,
        tooltip: (row) => format.relative(format.date(row.addedAt)),
        cell: (row) => format.date(row.addedAt),
      },
      {
        id: 'retiredAt',
        header: t('links.columns.retiredAt'),
        minWidth: 112,
        grow: 0,
        priority: 5,
        tooltip: (row) => (row.retiredAt === null ? undefined : format.relative(format.date(row.retiredAt))),
        cell: (row) =>
          row.retiredAt === null ? <span className={styles.quiet}>–</span> : format.date(row.retiredAt),
      },
      {
        id: 'link',
        header: t('links.columns.link'),
        minWidth: 320,
        grow: 2,
        priority: 6,
        isExtra: true,
        tooltip: (row) => row.link,
        cell: (row) => <span className={styles.mono}>{row.link}</span>,
      },
    ],
    [t, styles, format],
  )
}
