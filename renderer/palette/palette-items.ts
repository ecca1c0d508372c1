import type { ReactNode } from 'react'

/** One line of the palette that can be run. */
export type PaletteItem = {
  readonly key: string
  readonly title: string
  readonly detail?: string
  /** The keys that do the same. */
  readonly keys?: string | null
  readonly icon: ReactNode
  /** Whose text the title is, for the customer-safe screen; left out for what is nobody's. */
  readonly customerId?: string | null
  readonly run: () => void
}

/** Lines under one heading. */
export type PaletteGroup = { readonly name: string; readonly items: readonly PaletteItem[] }

/** Text as it is compared: without case, width and spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** How well a title and its further words answer a text: 0 not at all, more is better. */
export function rank(text: string, title: string, words: string): number {
  const wanted = folded(text)
  const name = folded(title)
  const keywords = words.split(' ').filter((word) => word !== '')
  if (name.startsWith(wanted)) {
    return 4
  }
  if (keywords.some((word) => word.startsWith(wanted))) {
    return 3
  }
  if (name.includes(wanted)) {
    return 2
  }
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean)
  const has = (part: string) => name.includes(folded(part)) || keywords.some((word) => word.includes(part))
  return parts.length > 0 && parts.every(has) ? 1 : 0
}
