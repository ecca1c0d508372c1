import type { ViewName, WatchMessage } from '#shared/protocol.ts'
import type { Desk } from './launch.ts'

/**
 * Makes a view fail as one fails that nobody foresaw, until `stop` is called: its next watch is answered by a refusal
 * with a reference, and everything else goes on.
 */
export async function failView(desk: Desk, view: ViewName): Promise<() => Promise<void>> {
  await desk.application.evaluate(({ ipcMain }, wanted) => {
    type Handler = Parameters<typeof ipcMain.handle>[1]
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> }
    const before = handlers.get('app:invoke')
    if (before === undefined) return
    handlers.set('app:invoke:before', before)
    handlers.set('app:invoke', (event, ...sent: readonly unknown[]) => {
      const { kind, name, watchId } = sent[0] as { kind: string; name?: string; watchId: number }
      if (kind !== 'watch' || name !== wanted) return before(event, ...sent) as unknown
      const message: WatchMessage = {
        watchId,
        snapshot: {
          ok: false,
          error: { code: 'INTERNAL', message: 'unexpected failure', data: { reference: 'T-3F8A' } },
        },
      }
      event.sender.send('app:watch', message)
      return { ok: true, value: null, revision: 0 }
    })
  }, view)
  return async () =>
    desk.application.evaluate(({ ipcMain }) => {
      type Handler = Parameters<typeof ipcMain.handle>[1]
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> }
      const before = handlers.get('app:invoke:before')
      if (before !== undefined) handlers.set('app:invoke', before)
      handlers.delete('app:invoke:before')
    })
}
