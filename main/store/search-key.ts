import { customPinyin, pinyin } from 'pinyin-pro'
import { fold } from './fold.ts'

/** The texts of one customer that a search looks into. */
export type Searchable = {
  readonly name: string
  readonly domain: string | null
  readonly tenantId: string | null
}

// Places and words companies are named after which the dictionary reads otherwise.
customPinyin({
  乐清: 'yuè qīng',
  单县: 'shàn xiàn',
  六合: 'lù hé',
  大都会: 'dà dū huì',
  莘庄: 'xīn zhuāng',
})

/**
 * The key a customer is searched by: folded name, domain and tenant id, and for Chinese names the pinyin
 * (`hualian`) and its initials (`hl`), in each reading people type. One line each, so that no match spans two of them.
 */
export function searchKey({ name, domain, tenantId }: Searchable): string {
  const parts = [fold(name), fold(domain ?? ''), tenantId ?? '']
  if (hasHan(name)) {
    for (const syllables of readingsOf(name)) {
      parts.push(fold(syllables.join('')), fold(syllables.map((syllable) => syllable.charAt(0)).join('')))
    }
  }
  return [...new Set(parts)].filter((part) => part !== '').join('\n')
}

/** The key a customer is sorted by: pinyin order for Chinese names, folded text for others. */
export function nameKey(name: string): string {
  if (!hasHan(name)) {
    return fold(name)
  }
  const text = name.normalize('NFKC').trim()
  const syllables = headsFamily.test(text) ? asFamily(text) : asWords(text)
  return fold(syllables.join(' ')) + '\n' + fold(name)
}

/** Names that begin with a family name whatever follows: 曾氏集团 stands under Z, 仇英文化 under Q. */
const headsFamily = /^(?:曾(?!经)|仇(?!人)|尉迟|万俟|\p{Script=Han}氏)/u

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** The pinyin of a name as words, as one that begins with a family name, and with `u` for `ü` as passports have it. */
function readingsOf(name: string): readonly (readonly string[])[] {
  const text = name.normalize('NFKC').trim()
  const words = asWords(text)
  const family = isHeadOther(text.slice(0, 2)) ? [asFamily(text)] : []
  const readings = [words, ...family]
  const plain = readings.map((each) => each.map((syllable) => syllable.replace(/^([ln])v/, '$1u')))
  return [...readings, ...plain]
}

const otherHeads = new Map<string, boolean>()

/** Says whether a name's beginning reads otherwise as a family name; a portfolio's names share their beginnings. */
function isHeadOther(head: string): boolean {
  let isOther = otherHeads.get(head)
  if (isOther === undefined) {
    isOther = asFamily(head).join(' ') !== asWords(head).join(' ')
    if (otherHeads.size >= 10_000) {
      otherHeads.clear()
    }
    otherHeads.set(head, isOther)
  }
  return isOther
}

/** A name is asked for twice, once to search and once to sort by. */
let latest: { readonly text: string; readonly syllables: string[] } | null = null

/** One pinyin syllable per character; runs of other text stay together as one. */
function asWords(text: string): string[] {
  if (latest?.text !== text) {
    const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const
    latest = { text, syllables: pinyin(text, options) }
  }
  return latest.syllables
}

function asFamily(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, surname: 'head' })
}
