/** Runs works one after the other, each when those before it have ended, however they did. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>

/** Makes an empty queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const before = last
    const mine = (async () => {
      await before.catch(() => undefined)
      return work()
    })()
    last = mine
    return mine
  }
}
