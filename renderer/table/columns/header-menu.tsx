import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { allowedWidth } from './header-cell.tsx'
import { movedBy, withWidth } from '#renderer/table/rows/places.ts'
import { focusAnchor } from '#renderer/table/popups/popup.ts'
import { placesOf, type List } from '#renderer/table/use-list.ts'

type HeaderMenuProps<Row> = {
  readonly list: List<Row>
  readonly column: string
  readonly anchor: HTMLElement
  readonly onFilter: (column: string, anchor: HTMLElement) => void
  readonly onClose: () => void
}

/** All that can be done with a column, from its header. */
export function HeaderMenu<Row>({ list, column: id, anchor, onFilter, onClose }: HeaderMenuProps<Row>) {
  const { t } = useTranslation()
  /** The focus goes to what was opened, not back. */
  const hasOpened = useRef(false)
  const column = list.columns.find((each) => each.id === id)
  if (column === undefined) {
    return null
  }
  const { state, update } = list
  const places = placesOf(list)
  const at = places.findIndex((place) => place.column === id)
  const others = state.sort.filter((step) => step.column !== id)
  const resize = (change: number) => {
    const width = anchor.closest<HTMLElement>('[data-header]')?.offsetWidth ?? column.minWidth
    update({ columns: withWidth(places, id, allowedWidth(width + change)) })
  }
  const sort = (direction: 'ascending' | 'descending', isAlso: boolean) =>
    update({ sort: [...(isAlso ? others : []), { column: id, direction }] })
  return (
    <Menu
      open
      positioning={{ target: anchor, position: 'below', align: 'start' }}
      onOpenChange={(_, { open }) => {
        if (!open) {
          onClose()
          if (!hasOpened.current) {
            focusAnchor(anchor)
          }
        }
      }}
    >
      <MenuPopover>
        <MenuList aria-label={t('table.header.label', { column: column.header })}>
          {column.isSortable === true && (
            <>
              <MenuItem onClick={() => sort('ascending', false)}>{t('table.header.ascending')}</MenuItem>
              <MenuItem onClick={() => sort('descending', false)}>{t('table.header.descending')}</MenuItem>
              {others.length > 0 && others.length < 6 && (
                <>
                  <MenuItem onClick={() => sort('ascending', true)}>
                    {t('table.header.addAscending')}
                  </MenuItem>
                  <MenuItem onClick={() => sort('descending', true)}>
                    {t('table.header.addDescending')}
                  </MenuItem>
                </>
              )}
              <MenuDivider />
            </>
          )}
          {column.type !== undefined && (
            <MenuItem
              onClick={() => {
                hasOpened.current = true
                onFilter(id, anchor)
              }}
            >
              {t('table.header.filter')}
            </MenuItem>
          )}
          {column.type !== undefined && column.type !== 'tags' && state.group !== id && (
            <MenuItem onClick={() => update({ group: id })}>{t('table.header.groupBy')}</MenuItem>
          )}
          {state.group !== null && (
            <MenuItem onClick={() => update({ group: null })}>{t('table.ungroup')}</MenuItem>
          )}
          {column.type !== undefined && <MenuDivider />}
          {at < 4 && at + 1 !== state.frozen && (
            <MenuItem onClick={() => update({ frozen: at + 1, columns: places })}>
              {t('table.header.freeze')}
            </MenuItem>
          )}
          {state.frozen > 0 && (
            <MenuItem onClick={() => update({ frozen: 0 })}>{t('table.header.unfreeze')}</MenuItem>
          )}
          {at > 0 && (
            <MenuItem onClick={() => update({ columns: movedBy(places, id, -1) })}>
              {t('table.header.left')}
            </MenuItem>
          )}
          {at < places.length - 1 && (
            <MenuItem onClick={() => update({ columns: movedBy(places, id, 1) })}>
              {t('table.header.right')}
            </MenuItem>
          )}
          <MenuItem onClick={() => resize(32)}>{t('table.header.wider')}</MenuItem>
          <MenuItem onClick={() => resize(-32)}>{t('table.header.narrower')}</MenuItem>
          {places.length > 1 && (
            <MenuItem onClick={() => update({ columns: places.filter((place) => place.column !== id) })}>
              {t('table.header.hide')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
