import type { ActionId } from '#shared/actions.ts'
import type { ViewValue } from '#shared/protocol.ts'

/** What was chosen in the application menu, for the page to do; nothing of it is kept. */
export type MenuChoices = {
  readonly last: () => ViewValue<'menu.chosen'>
  readonly choose: (action: ActionId) => void
}

/** Counts the choices; `onChange` is called for each. */
export function createMenuChoices(onChange: () => void): MenuChoices {
  let last: ViewValue<'menu.chosen'> = { sequence: 0, action: null }
  return {
    last: () => last,
    choose: (action) => {
      last = { sequence: last.sequence + 1, action }
      onChange()
    },
  }
}
