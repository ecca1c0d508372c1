import type { Desk } from './launch.ts'

/** Lets main believe that so many more days have gone by; timers go on as they are. */
export async function letDaysPass(desk: Desk, days: number): Promise<void> {
  await desk.application.evaluate((_electron, shift) => {
    const Before = Date
    const now = () => Before.now() + shift
    globalThis.Date = class extends Before {
      constructor(...given: readonly unknown[]) {
        if (given.length === 0) super(now())
        else super(...(given as [number]))
      }
      static override now = now
    } as DateConstructor
    Reflect.set(globalThis, 'DateBefore', Before)
  }, days * 86_400_000)
}

/** Ends what {@link letDaysPass} began. */
export async function goBackToToday(desk: Desk): Promise<void> {
  await desk.application.evaluate(() => {
    globalThis.Date = Reflect.get(globalThis, 'DateBefore') as DateConstructor
  })
}

/** Kills the next process that reads a file as soon as it says its first word, as the system does that lacks memory. */
export async function killNextReader(desk: Desk): Promise<void> {
  await desk.application.evaluate(({ utilityProcess }) => {
    const { fork } = utilityProcess
    utilityProcess.fork = (...how) => {
      utilityProcess.fork = fork
      const child = fork(...how)
      child.once('message', () => process.kill(child.pid ?? 0, 'SIGKILL'))
      return child
    }
  })
}
