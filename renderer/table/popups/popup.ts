import type { CellPlace } from '#renderer/table/table-controls.ts'

/** What stands open over a list: one thing at a time. */
export type Popup<Row> =
  | {
      readonly kind: 'editor'
      readonly anchor: HTMLElement
      readonly column: string | null
      readonly at: number | null
    }
  | { readonly kind: 'columns'; readonly anchor: HTMLElement }
  | { readonly kind: 'export'; readonly anchor: HTMLElement }
  | { readonly kind: 'views'; readonly anchor: HTMLElement }
  | { readonly kind: 'naming'; readonly anchor: HTMLElement; readonly naming: 'new' | 'rename' }
  | { readonly kind: 'header'; readonly anchor: HTMLElement; readonly column: string }
  | { readonly kind: 'cell'; readonly anchor: HTMLElement; readonly place: CellPlace<Row> }

/** Where focus goes when a popup closes: the control it hangs on, or the first one in it. */
export function focusAnchor(anchor: HTMLElement): void {
  const inner = anchor.matches('button, [tabindex]') ? anchor : anchor.querySelector<HTMLElement>('button')
  const grid = anchor.closest<HTMLElement>('[role="grid"], [role="treegrid"]')
  ;(inner ?? grid ?? anchor).focus()
}
