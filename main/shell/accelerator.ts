import { specOf, type ActionId } from '#shared/actions.ts'

const names: { readonly [key: string]: string } = {
  Mod: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
}

/** With one of these a key cannot be meant for a text. */
const modified = /^(Mod|Alt)\+|^F\d+$/

/**
 * The keys of an action as a menu shows them; `null` where it has none a menu can show. On macOS a menu's keys act,
 * so those that also write or scroll are left to the page.
 */
export function acceleratorOf(id: ActionId, isMac: boolean): string | null {
  const { keys, macKeys } = specOf(id)
  const candidates = isMac && macKeys !== null ? [macKeys, ...keys] : keys
  const shown = candidates.find((each) => modified.test(each) || (!isMac && each === 'Space'))
  return (
    shown
      ?.split(/\+(?=.)/)
      .map((key) => names[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key))
      .join('+') ?? null
  )
}
