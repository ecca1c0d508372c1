/**
 * Stands in main's bundle for `when-exit`, with which the writer of the preferences removes its drafts. That one listens
 * to signals as well, and ends the program by them: SIGTERM and log-off are Electron's to hear, which quits in order.
 */
export default function whenExit(callback: () => void): void {
  process.once('exit', callback)
}
