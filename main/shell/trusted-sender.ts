import { appOrigin, isPageAddress } from './app-address.ts'

/** What is asked of a frame; Electron's `WebFrameMain` has it. */
export type Frame = {
  readonly url: string
  readonly origin: string
  readonly parent: object | null
  readonly detached: boolean
}

/** Where a message came from, as Electron tells it. */
export type MessageOrigin = { readonly sender: object; readonly senderFrame: Frame | null }

/** Whether a frame is the top frame of our page; a frame that is gone, or was never told, is not (security F2). */
export function isPageFrame(frame: Frame | null): boolean {
  try {
    return (
      frame !== null &&
      !frame.detached &&
      frame.parent === null &&
      isPageAddress(frame.url) &&
      frame.origin === appOrigin
    )
  } catch {
    // Electron throws when a frame that has been disposed of is asked anything.
    return false
  }
}

/**
 * Whether a message may be answered: an allow-list of one window, one frame, one address (security C10).
 * To be asked in the same turn the message arrives in, since the frame may navigate away after it.
 */
export function isTrustedSender(message: MessageOrigin, contents: object): boolean {
  return message.sender === contents && isPageFrame(message.senderFrame)
}
