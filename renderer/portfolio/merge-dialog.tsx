import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { PrivatePart, useIsHidden } from '#renderer/parts/private.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

type Suggestion = ViewValue<'customer.duplicates'>['rows'][number]
type Customer = ViewValue<'customer.detail'>

const useStyles = makeStyles({
  surface: { maxWidth: '840px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: '240px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  steps: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  reason: { flex: 1 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      textAlign: 'start',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
      overflowWrap: 'anywhere',
      userSelect: 'text',
    },
  },
  name: { width: '160px', color: tokens.colorNeutralForeground3 },
  other: { '& td': { fontWeight: tokens.fontWeightSemibold } },
})

type MergeDialogProps = {
  /** The two customers the user has chosen; `null` goes through what the program suggests. */
  readonly pair: readonly [string, string] | null
  readonly onClose: () => void
}

/** Lays two customers side by side, to be made one; the program suggests and never merges by itself. */
export function MergeDialog({ pair, onClose }: MergeDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [at, setAt] = useState(0)
  const suggested = useView('customer.duplicates', {
    ...useAccountParam(),
    offset: at,
    limit: pair === null ? 1 : 0,
  }).value
  const suggestion = suggested?.rows[0]
  const shown = pair ?? (suggestion === undefined ? null : [suggestion.first.id, suggestion.second.id])
  const total = suggested?.total ?? 0
  return (
    <Dialog open surfaceMotion={null} onOpenChange={onClose}>
      <DialogSurface backdropMotion={null} className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('portfolio.merge.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {pair === null && suggestion !== undefined && (
              <div className={styles.steps}>
                <Text className={styles.reason}>{t(`portfolio.merge.reasons.${suggestion.reason}`)}</Text>
                <Button size="small" disabledFocusable={at === 0} onClick={() => setAt(Math.max(0, at - 1))}>
                  {t('portfolio.merge.previous')}
                </Button>
                <Text className={styles.quiet}>
                  {t('portfolio.merge.place', { place: Math.min(at + 1, total), total })}
                </Text>
                <Button
                  size="small"
                  disabledFocusable={at + 1 >= total}
                  onClick={() => setAt(Math.min(at + 1, Math.max(0, total - 1)))}
                >
                  {t('portfolio.merge.next')}
                </Button>
              </div>
            )}
            {shown === null ? (
              <Text className={styles.quiet}>{t('portfolio.merge.none')}</Text>
            ) : (
              <Pair
                key={shown.join(' ')}
                ids={shown}
                suggestion={pair === null ? suggestion : undefined}
                onMerged={() => {
                  setAt(Math.max(0, Math.min(at, total - 2)))
                  if (pair !== null || total <= 1) {
                    onClose()
                  }
                }}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('own.done')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

type PairProps = {
  readonly ids: readonly [string, string]
  readonly suggestion: Suggestion | undefined
  readonly onMerged: () => void
}

function Pair({ ids, suggestion, onMerged }: PairProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { updateCustomers } = useUiActions()
  const merge = useCommand('customer.merge')
  const apart = useCommand('customer.keep-apart')
  const first = useView('customer.detail', { customerId: ids[0] }).value
  const second = useView('customer.detail', { customerId: ids[1] }).value
  const rows = useRows()
  const [keptId, keep] = useState(ids[0])
  const isHidden = useIsHidden()
  if (first === undefined || second === undefined) {
    return null
  }
  // Two customers are never both the one that may be read.
  if (isHidden(null)) {
    return <PrivatePart customerId={null}>{null}</PrivatePart>
  }
  const [kept, absorbed] = keptId === ids[0] ? [first, second] : [second, first]
  const canMerge = suggestion?.canMerge ?? first.accountId === second.accountId
  const run = async () => {
    if ((await merge.run({ customerId: kept.id, absorbedId: absorbed.id })).ok) {
      updateCustomers({ selectedId: kept.id, selectedIndex: -1 })
      notify({
        title: t('portfolio.merge.done'),
        subject: { text: kept.name, customerId: kept.id },
        canUndo: true,
      })
      onMerged()
    }
  }
  const keepApart = async () => {
    if ((await apart.run({ customerId: ids[0], otherId: ids[1] })).ok) {
      notify({
        title: t('portfolio.merge.keptApart'),
        subject: { text: first.name, customerId: first.id },
        canUndo: true,
      })
      onMerged()
    }
  }
  const error = merge.error ?? apart.error
  return (
    <>
      {error !== null && <Problem error={error} />}
      {canMerge ? (
        <div className={styles.steps}>
          <Text size={200} className={mergeClasses(styles.quiet, styles.reason)}>
            {t('portfolio.merge.hint', { name: kept.name })}
          </Text>
          {suggestion !== undefined && (
            <Button disabled={apart.pending} onClick={() => void keepApart()}>
              {t('portfolio.merge.apart')}
            </Button>
          )}
          <Button appearance="primary" disabled={merge.pending} onClick={() => void run()}>
            {t('portfolio.merge.run')}
          </Button>
        </div>
      ) : (
        <Text className={styles.quiet}>{t('portfolio.merge.twoAccounts')}</Text>
      )}
      <RadioGroup
        aria-label={t('portfolio.merge.keep')}
        value={keptId}
        onChange={(_, { value }) => keep(value)}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <td className={styles.name} />
              {[first, second].map((customer) => (
                <th key={customer.id} scope="col">
                  {canMerge ? (
                    <Radio value={customer.id} label={t('portfolio.merge.keepThis')} />
                  ) : (
                    customer.accountName
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows(first, second).map(([name, one, other]) => (
              <tr key={name} className={mergeClasses(one !== other && styles.other)}>
                <th scope="row" className={styles.name}>
                  {name}
                </th>
                <td>{one}</td>
                <td>{other}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </RadioGroup>
    </>
  )
}

type Row = readonly [name: string, one: string, other: string]

/** The facts of two customers, line by line. */
function useRows(): (one: Customer, other: Customer) => readonly Row[] {
  const { t } = useTranslation()
  const format = useFormat()
  const nothing = t('common.unknown')
  return (one, other) => {
    const row = (name: string, read: (customer: Customer) => string): Row => [name, read(one), read(other)]
    return [
      row(t('customers.facts.name'), ({ name }) => name),
      row(t('customers.facts.domain'), ({ domain }) => domain ?? nothing),
      row(t('customers.facts.tenantId'), ({ tenantId }) => tenantId ?? nothing),
      row(t('customers.facts.relationship'), ({ relationship }) => t(`relationships.${relationship}`)),
      row(t('own.privileges.label'), (each) => t(`own.privileges.states.${each.delegatedPrivileges}`)),
      row(t('customers.facts.subscriptions'), (each) => format.number(each.subscriptionCount)),
      row(t('customers.facts.seats'), ({ seatCount }) => format.number(seatCount)),
      row(t('customers.facts.nextEnd'), ({ nextEndDate }) => nextEndDate ?? '–'),
      row(t('lists.customers.confirmedAt'), (each) =>
        each.confirmedAt === null ? nothing : format.date(each.confirmedAt),
      ),
      row(t('own.alias.label'), ({ alias }) => alias ?? '–'),
      row(t('own.tags.label'), ({ ownTags }) => ownTags.map(({ name }) => name).join(', ') || '–'),
      row(t('customers.tabs.requests'), ({ requestCount }) => format.number(requestCount)),
      row(t('customers.tabs.notes'), ({ notes }) => format.number(notes.length)),
    ]
  }
}
