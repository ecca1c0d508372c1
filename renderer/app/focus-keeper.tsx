import { useFocusFinders } from '@fluentui/react-components'

/**
 * Keeps Fluent's focus engine alive while no control on the screen needs it. It is taken down with its last user; were
 * that a dialog, the page behind would stay hidden from screen readers for good, because nothing is left to unhide it.
 */
export function FocusKeeper() {
  useFocusFinders()
  return null
}
