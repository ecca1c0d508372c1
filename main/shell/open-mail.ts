import { shell } from 'electron'
import { isOwnMailto } from '#shared/domain/mailto.ts'

/**
 * Hands a mail to the system's mail program. The only address this program ever hands to the system: one of our own
 * making, of that one scheme, with only the fields we write, and no longer than the system takes whole (security C28,
 * C30). Whether anything is sent is up to the user there.
 */
export async function openMail(address: string): Promise<void> {
  if (!isOwnMailto(address, process.platform === 'win32' ? 'windows' : 'other')) {
    throw new RangeError('not a mail of our own making')
  }
  await shell.openExternal(address)
}
