import { actionIds, specOf, type ActionId } from '#shared/actions.ts'
import { isMac } from '#renderer/parts/key-caps.tsx'

const combos = new Map<string, ActionId>()
const starts = new Set<string>()
for (const id of actionIds) {
  for (const keys of specOf(id).keys) {
    combos.set(keys, id)
    const [first, second] = keys.split(' ')
    if (first !== undefined && second !== undefined) {
      starts.add(first)
    }
  }
}

/** Fields a text is typed in: they have a meaning of their own for many keys. */
export const typingField =
  'input:not([type="radio"]):not([type="checkbox"]), textarea, [contenteditable="true"]'

/** What can be done while a dialog waits for an answer: it too must be readable, or not readable at all. */
export const overDialogs: ReadonlySet<ActionId> = new Set(['customerSafe', 'zoomIn', 'zoomOut', 'zoomReset'])

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** A key press in the words of `shared/actions.ts`; `null` for a modifier alone. */
export function combinationOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'Dead', 'Process', 'Unidentified'].includes(key)) {
    return null
  }
  const named = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key
  const hasMod = isMac ? metaKey : ctrlKey
  // Shift is part of the character where the character is a sign, and said where it is a letter or a name.
  const saysShift = shiftKey && (key.length > 1 || /^[a-z]$/i.test(key)) && (hasMod || key.length > 1)
  return [
    ...(hasMod ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(saysShift ? ['Shift'] : []),
    named,
  ].join('+')
}

/** The action of a key press, after the key pressed just before where there was one. */
export function actionOf(combination: string, before: string | null): ActionId | null {
  return combos.get(before === null ? combination : `${before} ${combination}`) ?? null
}

/** Says whether a key begins a sequence of two. */
export function startsSequence(combination: string): boolean {
  return starts.has(combination)
}
