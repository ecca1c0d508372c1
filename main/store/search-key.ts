import { pinyin } from 'pinyin-pro'
import { fold } from './fold.ts'

/** The texts of one customer that a search looks into. */
export type Searchable = {
  readonly name: string
  readonly domain: string | null
  readonly tenantId: string | null
}

/**
 * The key a customer is searched by: folded name, domain and tenant id, and for Chinese names the pinyin
 * (`hualian`) and its initials (`hl`). One line each, so that no match spans two of them.
 */
export function searchKey({ name, domain, tenantId }: Searchable): string {
  const parts = [fold(name), fold(domain ?? ''), tenantId ?? '']
  if (hasHan(name)) {
    const syllables = syllablesOf(name)
    parts.push(fold(syllables.join('')), fold(syllables.map((syllable) => syllable.charAt(0)).join('')))
  }
  return parts.filter((part) => part !== '').join('\n')
}

/** The key a customer is sorted by: pinyin order for Chinese names, folded text for others. */
export function nameKey(name: string): string {
  return hasHan(name) ? fold(syllablesOf(name).join(' ')) + '\n' + fold(name) : fold(name)
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** One pinyin syllable per character; runs of other text stay together as one. */
function syllablesOf(text: string): string[] {
  return pinyin(text.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
}
