const local = /^[A-Za-z0-9!$'*+/=^_`{|}~.-]{1,64}$/
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

/**
 * Says whether a text is one plain address (`local@domain`), with nothing a header or a `mailto:` could misread:
 * no display name, quotes, list, `%`, `&`, `#`, `?` or line break. Domains may be internationalised.
 */
export function isEmailAddress(address: string): boolean {
  const at = address.indexOf('@')
  if (address.length > 254 || at < 1 || at !== address.lastIndexOf('@')) {
    return false
  }
  const name = address.slice(0, at)
  const labels = address.slice(at + 1).split('.')
  return (
    local.test(name) &&
    !name.startsWith('.') &&
    !name.endsWith('.') &&
    !name.includes('..') &&
    labels.length >= 2 &&
    labels.every((part) => label.test(part)) &&
    !/^[0-9]+$/.test(labels.at(-1) ?? '')
  )
}
