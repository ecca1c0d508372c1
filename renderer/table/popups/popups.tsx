import type { Dispatch, SetStateAction } from 'react'
import { ViewMenu } from '#renderer/saved-views/view-menu.tsx'
import { ViewNaming } from '#renderer/saved-views/view-naming.tsx'
import type { CurrentView } from '#renderer/saved-views/use-current-view.ts'
import { CellMenu } from '#renderer/table/selection/cell-menu.tsx'
import { ColumnChooser } from '#renderer/table/columns/column-chooser.tsx'
import { ExportCard } from '#renderer/table/selection/export-card.tsx'
import { FilterEditor } from '#renderer/table/filters/filter-editor.tsx'
import { HeaderMenu } from '#renderer/table/columns/header-menu.tsx'
import type { Popup } from './popup.ts'
import type { List } from '#renderer/table/use-list.ts'
import type { RowCopy } from '#renderer/table/selection/use-row-copy.ts'

type PopupsProps = {
  readonly popup: Popup<unknown>
  readonly list: List<unknown>
  readonly view: CurrentView
  readonly copy: RowCopy<unknown>
  readonly onOpen: ((row: unknown) => void) | undefined
  readonly onPopup: Dispatch<SetStateAction<Popup<unknown> | null>>
}

/** Whatever menu or box stands open over a list; loaded with the first of them. */
export function Popups({ popup, list, view, copy, onOpen, onPopup }: PopupsProps) {
  // What a menu opened in its stead stays.
  const close = () => onPopup((current) => (current === popup ? null : current))
  switch (popup.kind) {
    case 'editor':
      return (
        <FilterEditor
          key={`${popup.column} ${popup.at}`}
          list={list}
          anchor={popup.anchor}
          column={popup.column}
          at={popup.at}
          onClose={close}
        />
      )
    case 'columns':
      return <ColumnChooser list={list} anchor={popup.anchor} onClose={close} />
    case 'export':
      return <ExportCard list={list} anchor={popup.anchor} onClose={close} />
    case 'views':
      return (
        <ViewMenu
          view={view}
          anchor={popup.anchor}
          onName={(naming) => onPopup({ kind: 'naming', naming, anchor: popup.anchor })}
          onClose={close}
        />
      )
    case 'naming':
      return <ViewNaming view={view} naming={popup.naming} anchor={popup.anchor} onClose={close} />
    case 'header':
      return (
        <HeaderMenu
          list={list}
          column={popup.column}
          anchor={popup.anchor}
          onFilter={(column, anchor) => onPopup({ kind: 'editor', anchor, column, at: null })}
          onClose={close}
        />
      )
    case 'cell':
      return <CellMenu list={list} place={popup.place} copy={copy} onOpen={onOpen} onClose={close} />
  }
}
