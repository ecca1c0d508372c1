import type { en } from './en.ts'

/**
 * The form every catalogue has: English's keys, each of them. A language whose plurals have fewer forms may leave out
 * `_one`; nothing else may be missing or added.
 */
export type Catalogue = Texts<typeof en>

type Texts<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Texts<T[K]>
} & {
  readonly [K in keyof T as K extends `${string}_one` ? K : never]?: string
}
