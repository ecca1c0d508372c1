import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, InvokeMessage, Reply, Snapshot, WatchMessage } from '#shared/protocol.ts'

const say = (message: InvokeMessage): Promise<Reply<unknown>> => ipcRenderer.invoke('app:invoke', message)

const listeners = new Map<number, (snapshot: Snapshot) => void>()
let lastWatchId = 0

// One listener for all views: the page may watch more than the ten Node warns about.
ipcRenderer.on('app:watch', (_event, { watchId, snapshot }: WatchMessage) => {
  listeners.get(watchId)?.(snapshot)
})

const bridge: Bridge = {
  invoke: (name, input, fileGrant) =>
    say(
      fileGrant === undefined
        ? { kind: 'command', name, input }
        : { kind: 'command', name, input, fileGrant },
    ),

  watch: (name, params, onSnapshot) => {
    lastWatchId += 1
    const watchId = lastWatchId
    listeners.set(watchId, onSnapshot)
    void say({ kind: 'watch', watchId, name, params }).then((reply) => {
      // Views answer for themselves; a refusal means that main never heard of this one.
      if (!reply.ok) {
        listeners.get(watchId)?.(reply)
      }
    })
    return () => {
      if (listeners.delete(watchId)) {
        void say({ kind: 'unwatch', watchId })
      }
    }
  },

  grantFile: async (file) => {
    const path = webUtils.getPathForFile(file as File)
    if (path === '') {
      return null
    }
    const reply = await say({ kind: 'grant', path })
    return reply.ok ? (reply.value as string) : null
  },
}

// The bridge arrives in the page frozen, and functions cross it as copies: the page never holds an object of Electron's.
contextBridge.exposeInMainWorld('bridge', bridge)
