import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { conditionsFor, narrowed } from '#renderer/table/filters/conditions.ts'
import type { CellPlace } from '#renderer/table/table-controls.ts'
import { focusAnchor } from '#renderer/table/popups/popup.ts'
import { countOf } from '#renderer/table/rows/row-ranges.ts'
import type { RowCopy } from './use-row-copy.ts'
import type { List } from '#renderer/table/use-list.ts'

type CellMenuProps<Row> = {
  readonly list: List<Row>
  readonly place: CellPlace<Row>
  readonly copy: RowCopy<Row>
  readonly onOpen: ((row: Row) => void) | undefined
  readonly onClose: () => void
}

/** What can be done with a cell and its row: keep its value, leave it out, copy. */
export function CellMenu<Row>({ list, place, copy, onOpen, onClose }: CellMenuProps<Row>) {
  const { t } = useTranslation()
  const column = list.columns.find(({ id }) => id === place.column)
  const value = column?.value?.(place.row) ?? null
  const narrowing = (isWanted: boolean) =>
    column?.type === undefined || list.isHiddenRow(place.row)
      ? []
      : conditionsFor(column.id, column.type, value, isWanted)
  const only = narrowing(true)
  const without = narrowing(false)
  const { filter, ranges } = list.state
  const count = ranges.length === 0 ? 1 : countOf(ranges)
  const { point, anchor } = place
  const target =
    point === null ? anchor : { getBoundingClientRect: () => new DOMRect(point.x, point.y, 0, 0) }
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_, { open }) => {
        if (!open) {
          onClose()
          focusAnchor(anchor.closest<HTMLElement>('[role="grid"], [role="treegrid"]') ?? anchor)
        }
      }}
    >
      <MenuPopover>
        <MenuList aria-label={t('table.cell.label')}>
          {onOpen !== undefined && (
            <MenuItem onClick={() => onOpen(place.row)}>{t('table.cell.open')}</MenuItem>
          )}
          {only.length > 0 && (
            <MenuItem onClick={() => list.update({ filter: narrowed(filter, only) })}>
              {t('table.cell.only')}
            </MenuItem>
          )}
          {without.length > 0 && (
            <MenuItem onClick={() => list.update({ filter: narrowed(filter, without) })}>
              {t('table.cell.exclude')}
            </MenuItem>
          )}
          <MenuDivider />
          {column !== undefined && (
            <MenuItem onClick={() => copy.cell(place.row, column)}>{t('table.cell.copyCell')}</MenuItem>
          )}
          <MenuItem onClick={() => copy.rows('tsv')}>{t('table.cell.copyTsv', { count })}</MenuItem>
          <MenuItem onClick={() => copy.rows('markdown')}>{t('table.cell.copyMarkdown', { count })}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
