/** Thrown by a projection that would take long: what it needs is being read, and it can be asked again then. */
export class NotYet extends Error {
  /** Ends, well or not, when it is worth asking again. */
  readonly ready: Promise<void>
  /** Says that nobody waits any more. */
  readonly leave: () => void

  constructor(ready: Promise<void>, leave: () => void) {
    super('what this shows is being read')
    this.name = 'NotYet'
    this.ready = ready
    this.leave = leave
  }
}

/** Asks a projection that may throw {@link NotYet} until it has all it needs; main answers others meanwhile. */
export async function whenReady<T>(ask: () => T): Promise<T> {
  let before: NotYet | null = null
  for (;;) {
    try {
      return ask()
    } catch (thrown) {
      if (!(thrown instanceof NotYet)) {
        throw thrown
      }
      // Only now: what is wished for again is not given up in between.
      before?.leave()
      before = thrown
    }
    await before.ready
  }
}
