import type { TFunction } from 'i18next'
import type { CommandInput } from '#shared/protocol.ts'
import { CommandError } from '#renderer/state/client.ts'
import type { Client } from '#renderer/state/client.ts'
import type { Scope } from '#renderer/parts/scope.tsx'
import type { ImportReply, Incoming, WaitingImport } from '#renderer/state/ui-state.ts'
import type { UiStore } from '#renderer/state/ui-store.ts'

/** How a file is to be read, where the user says so. */
export type ReadChoice = Omit<CommandInput<'import.preview'>, 'accountId' | 'sourceId'>

/** What `useImportFlow` does, once it is wanted. */
export type ImportWay = {
  readonly begin: (...incoming: readonly Incoming[]) => void
  readonly preview: (accountId: string, incoming: Incoming) => Promise<void>
  readonly again: (reply: ImportReply, choice: ReadChoice) => Promise<void>
  readonly next: (elsewhere: () => void) => Promise<void>
  readonly open: (key: string) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}

type Parts = Pick<Scope, 'accounts' | 'account'> & {
  readonly client: Client
  readonly ui: UiStore
  readonly t: TFunction
}

/** Makes the way of files into the portfolio: one is on it, the others wait and are seen to wait. */
export function createImportWay({ client, ui, accounts, account, t }: Parts): ImportWay {
  const { set, go, notify, begin: beginJob, end: endJob } = ui.actions
  const state = () => ui.state.getState()
  const wait = (...more: readonly WaitingImport[]) => {
    set('waitingImports', [...state().waitingImports, ...more])
  }
  /** The preview that is open gives way, and waits with what was chosen in it. */
  const putAside = () => {
    const reply = state().importReply
    if (reply !== null) {
      wait({ key: newKey(), kind: 'reply', reply })
      set('importReply', null)
    }
  }
  const isBusy = () =>
    state().pendingImport !== null ||
    state().running.some((command) => command === 'import.preview' || command === 'import.apply')

  const read = async (
    incoming: Incoming | string,
    work: (onChosen: (chosen: Incoming) => void) => Promise<ImportReply>,
  ): Promise<void> => {
    let fileName = typeof incoming === 'string' ? incoming : nameOf(incoming)
    set('importRefusal', null)
    beginJob('import.preview')
    try {
      const reply = await work((chosen) => {
        fileName = nameOf(chosen)
      })
      set('importReply', reply)
      go({ screen: 'import-preview' })
    } catch (caught) {
      if (!(caught instanceof CommandError)) {
        throw caught
      }
      if (caught.code !== 'CANCELLED') {
        set('importRefusal', { code: caught.code, data: caught.data, fileName })
        go({ screen: 'imports' })
      } else if (state().waitingImports.length > 0) {
        go({ screen: 'imports' })
      }
    } finally {
      endJob('import.preview')
    }
  }

  /** Asks for files; all but the first wait, for the account is known. */
  const choose = async (accountId: string): Promise<Incoming> => {
    const { files } = await client.invoke('import.choose', {})
    const [first, ...others] = files.map((file): Incoming => ({ kind: 'held', ...file }))
    if (first === undefined) {
      throw new CommandError('import.choose', { code: 'CANCELLED', message: 'no file', data: {} })
    }
    wait(...others.map((each) => waitingFor(each, accountId)))
    return first
  }

  const readIncoming = async (
    accountId: string,
    incoming: Incoming,
    onChosen: (chosen: Incoming) => void,
  ): Promise<ImportReply> => {
    onChosen(incoming)
    switch (incoming.kind) {
      case 'paste':
        return client.invoke('import.paste', { accountId, name: incoming.name, text: incoming.text })
      case 'held':
        putAside()
        return client.invoke('import.preview', { accountId, sourceId: incoming.sourceId })
      case 'dialog':
        return readIncoming(accountId, await choose(accountId), onChosen)
      case 'file': {
        const grant = await client.grantFile(incoming.file)
        if (grant === null) {
          const refusal = { code: 'FILE_NOT_READABLE', message: 'no grant', data: {} } as const
          throw new CommandError('import.preview', refusal)
        }
        return client.invoke('import.preview', { accountId }, grant)
      }
    }
  }

  const preview = async (accountId: string, incoming: Incoming): Promise<void> => {
    set('pendingImport', null)
    if (incoming.kind !== 'dialog') {
      putAside()
    }
    await read(incoming, async (onChosen) => readIncoming(accountId, incoming, onChosen))
  }

  const begin = (...[incoming, ...others]: readonly Incoming[]): void => {
    if (incoming === undefined) {
      return
    }
    if (isBusy()) {
      if (incoming.kind === 'dialog') {
        notify({ title: t('imports.busy'), intent: 'info' })
        return
      }
      wait(...[incoming, ...others].map((each) => waitingFor(each, null)))
      notify({ title: t('imports.queued', { count: 1 + others.length }), intent: 'info' })
      return
    }
    wait(...others.map((each) => waitingFor(each, null)))
    // Real files never go into the sample account: removing the sample would take them along.
    const eligible = accounts.filter((each) => !each.isSample)
    const chosen =
      eligible.find((each) => each.id === account?.id) ?? (eligible.length === 1 ? eligible[0] : undefined)
    if (chosen !== undefined) {
      void preview(chosen.id, incoming)
      return
    }
    set('pendingImport', incoming)
    if (eligible.length === 0) {
      set('accountEditor', { accountId: null })
    }
  }

  const take = async (waiting: WaitingImport): Promise<void> => {
    set(
      'waitingImports',
      state().waitingImports.filter(({ key }) => key !== waiting.key),
    )
    if (waiting.kind === 'reply') {
      putAside()
      set('importRefusal', null)
      set('importReply', waiting.reply)
      go({ screen: 'import-preview' })
    } else if (waiting.accountId === null) {
      begin(waiting.incoming)
    } else {
      await preview(waiting.accountId, waiting.incoming)
    }
  }

  const find = (wanted: string) => state().waitingImports.find(({ key }) => key === wanted)

  return {
    begin,
    preview,
    again: async (reply, choice) =>
      read(reply.fileName, async () => {
        const { accountId, sourceId } = reply
        const next = await client.invoke('import.preview', { accountId, sourceId, ...choice })
        await discard(client, reply)
        return next
      }),
    next: async (elsewhere) => {
      const [first] = state().waitingImports
      await (first === undefined ? elsewhere() : take(first))
    },
    open: async (key) => {
      const waiting = find(key)
      if (waiting !== undefined && !isBusy()) {
        await take(waiting)
      }
    },
    remove: async (key) => {
      const waiting = find(key)
      set(
        'waitingImports',
        state().waitingImports.filter((each) => each !== waiting),
      )
      if (waiting?.kind === 'reply') {
        await discard(client, waiting.reply)
      }
    },
  }
}

function waitingFor(incoming: Incoming, accountId: string | null): WaitingImport {
  return { key: newKey(), kind: 'incoming', incoming, accountId }
}

function newKey(): string {
  return crypto.randomUUID()
}

/** Drops what a file was read into; a preview main no longer has is as good as dropped. */
async function discard(client: Client, reply: ImportReply): Promise<void> {
  if (reply.step === 'changes') {
    await client.invoke('import.discard', { previewId: reply.previewId }).catch(() => undefined)
  }
}

/** The choices a reply was read with, so that reading again changes only what is meant to change. */
export function choiceOf({
  encoding,
  delimiter,
  sheet,
  headerRow,
  dateOrder,
  customerId,
}: ImportReply): ReadChoice {
  return {
    ...(encoding === null || delimiter === null ? {} : { encoding, delimiter }),
    ...(sheet === null ? {} : { sheet }),
    ...(headerRow === null ? {} : { headerRow }),
    ...(dateOrder === null ? {} : { dateOrder }),
    ...(customerId === null ? {} : { customerId }),
  }
}

/** What a file on its way in is called; `null` while it is still to be chosen. */
export function nameOf(incoming: Incoming): string | null {
  switch (incoming.kind) {
    case 'paste':
      return incoming.name
    case 'held':
      return incoming.fileName
    case 'file':
      return incoming.file.name
    case 'dialog':
      return null
  }
}

/** What one that waits is called. */
export function nameOfWaiting(waiting: WaitingImport): string {
  return waiting.kind === 'reply' ? waiting.reply.fileName : (nameOf(waiting.incoming) ?? '')
}
