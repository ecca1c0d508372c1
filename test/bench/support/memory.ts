import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** The memory of a process and everything that descends from it, each shared page counted once (sum of PSS), in kB. */
export async function memoryOf(pid: number): Promise<number> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    // The command's name may hold blanks and brackets; what follows it does not.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isOurs = (each: number | undefined): boolean =>
    each !== undefined && each > 1 && (each === pid || isOurs(parents.get(each)))
  const tree = [...parents.keys()].filter((each) => isOurs(each))
  const sizes = await Promise.all(
    tree.map(async (each) => {
      const rollup = await readFile(`/proc/${each}/smaps_rollup`, 'utf8')
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1])
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The same once it has stopped moving: three readings in a row within one percent. */
export async function restingMemoryOf(pid: number): Promise<number> {
  const readings: number[] = []
  for (let round = 0; round < 40; round += 1) {
    readings.push(await memoryOf(pid))
    const newest = readings.slice(-3)
    if (newest.length === 3 && Math.max(...newest) < Math.min(...newest) * 1.01) break
    await pause(500)
  }
  return readings.at(-1) ?? Number.NaN
}
