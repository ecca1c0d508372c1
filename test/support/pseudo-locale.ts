import { en } from '#shared/locales/en.ts'
import type { Catalogue } from '#shared/locales/catalogue.ts'

const accents: { readonly [letter: string]: string } = {
  a: 'á', c: 'ç', d: 'ð', e: 'é', g: 'ğ', i: 'í', l: 'ļ', n: 'ñ', o: 'ô', s: 'š', t: 'ţ', u: 'ü', y: 'ý', z: 'ž',
  A: 'Å', C: 'Ç', E: 'É', G: 'Ğ', I: 'Î', N: 'Ñ', O: 'Ø', R: 'Ŕ', S: 'Š', U: 'Û', Y: 'Ý', Z: 'Ž',
} // prettier-ignore

/** How much longer a text of another language may be than its English. */
const growth = 0.4

/**
 * A text as a language might have it that is wordier than English: its vowels drawn out by about 40 %, accents above
 * and below, brackets that are missed when it is cut. What is filled in stays as it is.
 */
export function pseudo(text: string): string {
  if (text.trim() === '') {
    return text
  }
  const pieces = text.split(/(\{\{[^}]*\}\})/)
  const length = pieces.filter((_, at) => at % 2 === 0).join('').length
  let owed = 0
  const drawn = pieces.map((piece, at) => {
    if (at % 2 === 1) {
      return piece
    }
    return [...piece]
      .map((letter) => {
        owed += growth
        const accented = accents[letter] ?? letter
        const times = /[aeiou]/i.test(letter) ? Math.floor(owed) : 0
        owed -= times
        return accented + accented.toLowerCase().repeat(times)
      })
      .join('')
  })
  const rest = length < 4 ? '~' : ''
  return `⟦${drawn.join('')}${rest}⟧`
}

function pseudoTexts(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudo(value) : pseudoTexts(value as object),
    ]),
  )
}

/** English as no user ever sees it, to find what only fits its English. */
export const pseudoLocale = pseudoTexts(en) as Catalogue
