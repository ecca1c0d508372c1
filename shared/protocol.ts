import type { z } from 'zod'
import type { commands, views } from './contract/contract.ts'
import type { ErrorCode } from './contract/errors.ts'

type Commands = typeof commands
type Views = typeof views

/** A value that reached the page: nobody can write to it. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

export type CommandName = keyof Commands
/** What a caller sends; defaults not yet filled in. */
export type CommandInput<C extends CommandName> = DeepReadonly<z.input<Commands[C]['input']>>
/** What a handler receives, after parsing. */
export type ParsedInput<C extends CommandName> = DeepReadonly<z.output<Commands[C]['input']>>
export type CommandOutput<C extends CommandName> = DeepReadonly<z.output<Commands[C]['output']>>

export type ViewName = keyof Views
export type ViewParams<V extends ViewName> = DeepReadonly<z.input<Views[V]['params']>>
/** What a projection receives, after parsing. */
export type ParsedParams<V extends ViewName> = DeepReadonly<z.output<Views[V]['params']>>
export type ViewValue<V extends ViewName> = DeepReadonly<z.output<Views[V]['value']>>

export type { ErrorCode }

/** An error as it crosses the wire: a code to translate, a message for logs, and small facts to fill the text with. */
export type WireError = {
  readonly code: ErrorCode
  readonly message: string
  readonly data: { readonly [key: string]: string | number | boolean | null | readonly string[] }
}

/** The answer to a command: main always resolves, since Electron would keep only a rejection's message. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly revision: number }
  | { readonly ok: false; readonly error: WireError }

/** One state of a view; `revision` orders them within a run. */
export type Snapshot<T = unknown> = Reply<T>

/** What the page can say to main, and all of it. */
export type Bridge = {
  readonly invoke: (command: string, input: unknown, fileGrant?: string) => Promise<Reply<unknown>>
  readonly watch: (view: string, params: unknown, onSnapshot: (snapshot: Snapshot) => void) => () => void
  /** Turns a file the user dropped on the window into a single-use grant; `null` when it is not a file of the disk. */
  readonly grantFile: (file: object) => Promise<string | null>
}

/** What crosses `app:invoke`. */
export type InvokeMessage =
  | { readonly kind: 'command'; readonly name: string; readonly input: unknown; readonly fileGrant?: string }
  | { readonly kind: 'watch'; readonly watchId: number; readonly name: string; readonly params: unknown }
  | { readonly kind: 'unwatch'; readonly watchId: number }
  | { readonly kind: 'grant'; readonly path: string }

/** What crosses `app:watch`, from main to the page. */
export type WatchMessage = { readonly watchId: number; readonly snapshot: Snapshot }
