import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { StartReader } from '#main/ports.ts'

const entry = fileURLToPath(new URL('../reader.ts', import.meta.url))

/**
 * Starts the process that reads files, under plain Node: our own sources, and no words of the caller's.
 * `heapMegabytes` is the most memory the reading of one file may take (security C40).
 */
export function createNodeReaderStarter(heapMegabytes = 512): StartReader {
  return ({ onMessage, onExit }) => {
    const child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.once('error', onExit)
    return {
      send: (message) => {
        // A process that has just died is told of by its exit.
        if (child.connected) {
          child.send(message as object, () => undefined)
        }
      },
      kill: () => {
        child.off('exit', onExit)
        child.kill('SIGKILL')
      },
    }
  }
}
