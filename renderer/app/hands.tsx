import type { RefObject } from 'react'
import { useActionMap } from './use-action-map.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useMenu } from './use-menu.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** What answers the keyboard and the application menu. It draws nothing, so that what it follows draws nothing anew. */
export function Hands({ screen }: { readonly screen: RefObject<HTMLElement | null> }) {
  const actions = useActionMap()
  useShortcuts(actions)
  useMenu(actions)
  useKeptFocus(screen)
  return null
}
