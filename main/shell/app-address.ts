/** The scheme of everything the window may show. */
export const appScheme = 'app'

/** The only host of that scheme: the page and its files. */
export const appHost = 'bundle'

/** The page's origin, as Chromium writes it. */
export const appOrigin = `${appScheme}://${appHost}`

/** The one page of the program; what it shows is a matter of state, never of the address. */
export const pageAddress = `${appOrigin}/index.html`

/** The parts of one of our own addresses, or `null`: another scheme, host, port or user is somebody else's. */
export function parseAppAddress(address: string): URL | null {
  // `new URL('app://…').origin` is the string "null" under Node, so the parts are compared one by one.
  if (!URL.canParse(address)) {
    return null
  }
  const url = new URL(address)
  const isOurs =
    url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
  return isOurs ? url : null
}

/** Whether an address is the program's page, at whatever fragment. */
export function isPageAddress(address: string): boolean {
  const url = parseAppAddress(address)
  return url !== null && `${appOrigin}${url.pathname}${url.search}` === pageAddress
}
