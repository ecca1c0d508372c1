import { fold } from '#main/store/fold.ts'

/** How alike two names of one skeleton are: the same, but for what companies add, or only to the eye. */
export function likenessOf(one: string, other: string): 'same-name' | 'near-name' | 'homograph' {
  return fold(one) === fold(other) ? 'same-name' : plain(one) === plain(other) ? 'near-name' : 'homograph'
}

const companyForms =
  /(有限责任公司|股份有限公司|有限公司|集团|公司|\b(?:co|company|ltd|limited|inc|corp|corporation|llc|gmbh|group)\b)/gu

/** A name without what companies add to theirs: their form, spaces and marks. */
function plain(name: string): string {
  return fold(name)
    .replace(/[.,]/g, ' ')
    .replace(companyForms, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{Cf}]/gu, '')
}

/** Letters and digits that are drawn alike, by the Latin one (Unicode's confusables, the ones in use in names). */
const lookalikes: { readonly [letter: string]: string } = {
  а: 'a', в: 'b', с: 'c', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', ѕ: 's', т: 't',
  у: 'y', х: 'x', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x',
  '0': 'o', '1': 'l', i: 'l',
} // prettier-ignore

/** A name as the eye sees it: what gives the same is easily taken for the same. */
export function skeleton(name: string): string {
  const letters = Array.from(plain(name), (letter) => lookalikes[letter] ?? letter)
  // A name of nothing but its form is no name to compare.
  return letters.length === 0 ? fold(name) : letters.join('')
}
