import type { WebContents } from 'electron'
import type { Log } from '#main/ports.ts'
import { isPageAddress, pageAddress } from './app-address.ts'

type Attempt = { readonly preventDefault: () => void }

/** Keeps a web contents on the program's page, alone and off the network (security C09, C20, C21, C22). */
export function lockNavigation(contents: WebContents, log: Log): void {
  const refuse = (attempt: Attempt, kind: string): void => {
    attempt.preventDefault()
    log.error('navigation.refused', { kind })
  }
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isPageAddress(details.url)) {
      refuse(details, 'frame')
    }
  })
  contents.on('will-navigate', (details) => {
    if (!isPageAddress(details.url)) {
      refuse(details, 'page')
    }
  })
  contents.on('will-redirect', (details) => refuse(details, 'redirect'))
  contents.on('will-attach-webview', (event) => refuse(event, 'webview'))
  contents.setWindowOpenHandler(() => {
    log.error('navigation.refused', { kind: 'window' })
    return { action: 'deny' }
  })
  // A content policy does not reach WebRTC, which would send datagrams all the same (security F3).
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')

  contents.on('did-navigate', (_event, address) => {
    // A page can leave for about:blank without any event that could be refused (security F2): it is brought back.
    if (contents.getType() === 'window' && !isPageAddress(address)) {
      log.error('navigation.restored')
      contents.loadURL(pageAddress).catch(() => undefined)
    }
  })
}
