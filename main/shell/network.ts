import type { Session } from 'electron'
import type { Log } from '#main/ports.ts'
import { parseAppAddress } from './app-address.ts'

/** Lets a session reach the program's own files and nothing else, and save nothing (security C01, C23, C24). */
export function closeNetwork(session: Session, log: Log, isDevelopment: boolean): void {
  session.webRequest.onBeforeRequest(({ url, resourceType }, decide) => {
    const isAllowed = parseAppAddress(url) !== null || (isDevelopment && url.startsWith('devtools:'))
    if (!isAllowed) {
      log.error('request.refused', { kind: resourceType, type: schemeOf(url) })
    }
    decide({ cancel: !isAllowed })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
    log.error('download.refused')
  })
  // Dictionaries would be downloaded; macOS brings its own speller, which asks nobody.
  session.setSpellCheckerEnabled(process.platform === 'darwin')
}

function schemeOf(address: string): string {
  return /^[a-z][a-z0-9+.-]{0,31}:/i.exec(address)?.[0].toLowerCase() ?? 'none'
}
