import { utilityProcess } from 'electron'
import type { StartReader } from '#main/ports.ts'

/** The most memory the reading of one file may take, in megabytes (security C40). */
const heapMegabytes = 512

/** Starts the process that reads files, in Electron; it has no console, no window and no network service of its own. */
export function createReaderStarter(entry: string): StartReader {
  return ({ onMessage, onExit }) => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'multi-partner-desk-reader',
      stdio: 'ignore',
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
    })
    child.on('message', onMessage)
    child.once('exit', onExit)
    return {
      // oxlint-disable-next-line require-post-message-target-origin -- this is no window's
      send: (message) => child.postMessage(message),
      kill: () => {
        child.off('exit', onExit)
        child.kill()
      },
    }
  }
}
