import { Button } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Dispatch, ReactNode, SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { useCurrentView } from '#renderer/saved-views/use-current-view.ts'
import { noFilter, topRowOf } from '#renderer/state/list-state.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { ChosenActions } from '#renderer/table/selection/chosen-actions.tsx'
import { DataTable } from './data-table.tsx'
import type { TableControls } from './table-controls.ts'
import { FilterBar } from '#renderer/table/filters/filter-bar.tsx'
import { ListTools } from './list-tools.tsx'
import { movedBefore, withWidth } from '#renderer/table/rows/places.ts'
import type { Popup } from '#renderer/table/popups/popup.ts'
import { countOf } from '#renderer/table/rows/row-ranges.ts'
import { SelectionBar } from '#renderer/table/selection/selection-bar.tsx'
import { placesOf, type List } from './use-list.ts'
import { useRowCopy, type RowCopy } from '#renderer/table/selection/use-row-copy.ts'

const Popups = lazy(async () => ({ default: (await import('#renderer/table/popups/popups.tsx')).Popups }))

type ListDeskProps<Row> = {
  readonly list: List<Row>
  readonly label: string
  readonly searchLabel?: string
  readonly searchPlaceholder?: string
  readonly keyOf: (row: Row) => string
  /** Where the cursor is, when that is not kept with the list. */
  readonly cursor?: { readonly index: number; readonly key: string | null }
  readonly onSelect?: (index: number, row: Row | undefined) => void
  readonly onOpen?: (row: Row) => void
  readonly onQuickLook?: (row: Row) => void
  readonly isReadOnly?: boolean
  /** What is said when nothing matches a search alone. */
  readonly noMatch?: ReactNode
  /** What is said when nothing passes the filter, where more is known than that. */
  readonly noFilterMatch?: ReactNode
  /** Further actions for the chosen rows. */
  readonly renderActions?: (count: number) => ReactNode
  /** Puts the table beside something else. */
  readonly children?: (table: ReactNode) => ReactNode
}

/** A list at full strength: tools, filter, table, what is chosen, and the menus over it. */
export function ListDesk<Row>(props: ListDeskProps<Row>) {
  const { list, keyOf, onOpen } = props
  const { t } = useTranslation()
  const { focus } = useUiActions()
  const [popup, setPopup] = useState<Popup<Row> | null>(null)
  const view = useCurrentView(list.name)
  const { state, update, window: shown } = list
  const cursor = props.cursor ?? state.cursor
  const cursorRow = cursor.index < 0 ? -1 : (shown.groups?.rowOf(cursor.index) ?? cursor.index)
  const copy = useRowCopy(list, cursorRow)
  const places = placesOf(list)

  const controls = useMemo(
    (): TableControls<Row> => ({
      header: {
        sort: list.query.sort ?? state.sort,
        onSort: (sort) => update({ sort }),
        onWidth: (column, width) => update({ columns: withWidth(places, column, width) }),
        onReorder: (column, before) => update({ columns: movedBefore(places, column, before) }),
        onMenu: (column, anchor) => setPopup({ kind: 'header', column, anchor }),
      },
      places: state.columns,
      frozen: state.frozen,
      ranges: state.ranges,
      onRanges: (ranges) => update({ ranges }),
      onCellMenu: (place) => setPopup({ kind: 'cell', place, anchor: place.anchor }),
      onCopy: () => copy.rows('tsv'),
      onQuickLook: props.onQuickLook,
      topRow: () => topRowOf(list.name),
      onTopRow: (topRow) => update({ topRow }),
    }),
    [list.name, list.query.sort, state, update, places, copy, props.onQuickLook],
  )

  const isFiltered = state.filter.conditions.length > 0
  const table =
    list.total === 0 && list.isNarrowed ? (
      ((isFiltered ? props.noFilterMatch : props.noMatch) ?? (
        <EmptyState
          icon={<SearchRegular />}
          title={t('table.noMatch')}
          hint={t('table.noMatchHint')}
          action={
            <Button
              onClick={() => {
                list.setSearch('')
                update({ filter: noFilter })
                focus('search')
              }}
            >
              {t('table.showAll')}
            </Button>
          }
        />
      ))
    ) : (
      <DataTable
        label={props.label}
        list={shown}
        columns={list.columns}
        keyOf={keyOf}
        selectedKey={cursor.key}
        selectedIndex={cursor.index}
        onSelect={
          props.onSelect ??
          ((index, row) => update({ cursor: { index, key: row === undefined ? null : keyOf(row) } }))
        }
        {...(onOpen === undefined ? {} : { onOpen })}
        controls={controls}
        {...(props.isReadOnly === undefined ? {} : { isReadOnly: props.isReadOnly })}
        isMain
      />
    )
  const count = countOf(state.ranges)
  return (
    <>
      <ListTools
        list={list}
        view={view}
        searchLabel={props.searchLabel ?? t('table.quickFilter')}
        searchPlaceholder={props.searchPlaceholder ?? t('table.quickFilter')}
        onViews={(anchor) => setPopup({ kind: 'views', anchor })}
        onFilter={(anchor) => setPopup({ kind: 'editor', anchor, column: null, at: null })}
        onExport={(anchor) => setPopup({ kind: 'export', anchor })}
        onColumns={(anchor) => setPopup({ kind: 'columns', anchor })}
      />
      {isFiltered && (
        <FilterBar
          list={list}
          onEdit={(at, anchor) => setPopup({ kind: 'editor', anchor, column: null, at })}
        />
      )}
      {props.children === undefined ? table : props.children(table)}
      {count > 0 && (
        <SelectionBar count={count} copy={copy} onClear={() => update({ ranges: [] })}>
          <ChosenActions list={list} count={count}>
            {props.renderActions?.(count)}
          </ChosenActions>
        </SelectionBar>
      )}
      {popup !== null && (
        <Suspense fallback={null}>
          <Popups
            popup={popup}
            list={list as unknown as List<unknown>}
            view={view}
            copy={copy as RowCopy<unknown>}
            onOpen={onOpen as ((row: unknown) => void) | undefined}
            onPopup={setPopup as unknown as Dispatch<SetStateAction<Popup<unknown> | null>>}
          />
        </Suspense>
      )}
    </>
  )
}
