import { Field, makeStyles, mergeClasses, SearchBox, Text, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { SampleSign } from '#renderer/parts/badges.tsx'
import { Private, useIsHidden } from '#renderer/parts/private.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { ChosenCustomer } from '#renderer/state/request-draft.ts'
import { useView } from '#renderer/state/use-view.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  search: { maxWidth: 'none', width: '100%' },
  list: {
    margin: 0,
    padding: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    listStyleType: 'none',
  },
  option: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  domain: {
    gridColumn: '1 / -1',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

const limit = 8

type CustomerPickerProps = {
  readonly view: DraftView
  readonly onChoose: (customer: ChosenCustomer) => void
  /** The only account customers may be of; `null` for the window's. */
  readonly accountId?: string | null
}

/** Finds a customer while it is typed; arrows choose, Enter takes. */
export function CustomerPicker({ view, onChoose, accountId }: CustomerPickerProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const listId = useId()
  const { moveDraft } = useUiActions()
  const scope = useAccountParam()
  const isHidden = useIsHidden()
  const [active, setActive] = useState(0)
  const { customerSearch } = view.draft
  const wanted = customerSearch.trim()
  const found = useView('customer.list', {
    ...scope,
    ...(accountId === undefined || accountId === null ? {} : { accountId }),
    ...(wanted === '' ? {} : { search: wanted }),
    sort: { column: 'name', direction: 'ascending' },
    offset: 0,
    limit,
  }).value
  const rows = found?.rows ?? []
  const at = Math.min(active, rows.length - 1)

  const choose = ({ id, accountId: of, name, domain }: ViewValue<'customer.list'>['rows'][number]) =>
    onChoose({ id, accountId: of, name, domain })

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    if (event.nativeEvent.isComposing) {
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setActive(Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), rows.length - 1))
    } else if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault()
      choose(row)
    }
  }

  return (
    <div className={styles.root}>
      <Field label={t('wizard.customer.search')} hint={t('wizard.customer.searchHint')}>
        <SearchBox
          className={styles.search}
          dismiss={{ 'aria-label': t('table.quickFilterClear') }}
          value={customerSearch}
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-activedescendant={rows[at] === undefined ? undefined : `${listId}-${at}`}
          onChange={(_, { value }) => {
            moveDraft({ customerSearch: value.slice(0, 200) })
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      {rows.length > 0 && (
        <ul id={listId} role="listbox" aria-label={t('wizard.customer.results')} className={styles.list}>
          {rows.map((row, index) => (
            <li
              key={row.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className={mergeClasses(styles.option, index === at && styles.active)}
              onClick={() => choose(row)}
            >
              <span className={styles.name} title={isHidden(row.id) ? undefined : row.name}>
                <Private customerId={row.id}>{row.name}</Private>
              </span>
              {row.isSample && <SampleSign />}
              <span
                className={styles.domain}
                title={isHidden(row.id) ? undefined : (row.domain ?? undefined)}
              >
                {!isHidden(row.id) && row.domain}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Text size={200} className={styles.quiet} role="status">
        {found === undefined
          ? ''
          : found.total === 0
            ? t(wanted === '' ? 'wizard.customer.noCustomers' : 'wizard.customer.noResults')
            : found.total > rows.length
              ? t('wizard.customer.more', { count: found.total - rows.length })
              : ''}
      </Text>
    </div>
  )
}
