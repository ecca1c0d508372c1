import type { ViewValue } from '#shared/protocol.ts'
import { AppError } from './ipc/app-error.ts'

type Job = ViewValue<'job.list'>[number]

/** What a running job may do: tell how far it is, and find out that it should end. */
export type JobHandle = {
  /** From 0 to 1. */
  readonly progress: (share: number) => void
  /** @throws AppError `CANCELLED` once the user has cancelled. */
  readonly checkCancelled: () => void
}

/** The work that goes on while the window answers; kept in memory, since no job outlives the program. */
export type Jobs = {
  readonly list: () => readonly Job[]
  readonly run: <T>(
    name: Pick<Job, 'command' | 'subject'>,
    work: (job: JobHandle) => Promise<T>,
  ) => Promise<T>
  readonly cancel: (jobId: string) => void
}

/** Ended jobs that are still shown. */
const keptEnded = 20

/** Makes the list of jobs; `onChange` is called for every visible change, at most once per percent of progress. */
export function createJobs(options: {
  readonly newId: () => string
  readonly now: () => Date
  readonly onChange: () => void
}): Jobs {
  let jobs: readonly Job[] = []
  const cancelled = new Set<string>()
  const change = (id: string, changes: Partial<Job>) => {
    jobs = jobs.map((job) => (job.id === id ? { ...job, ...changes } : job))
    options.onChange()
  }
  const end = (id: string, state: Job['state']) => {
    change(id, { state, canCancel: false, endedAt: options.now().toISOString() })
    const ended = jobs.filter((job) => job.state !== 'running')
    jobs = jobs.filter((job) => job.state === 'running' || ended.indexOf(job) < keptEnded)
    cancelled.delete(id)
  }
  return {
    list: () => jobs,
    run: async (name, work) => {
      const id = options.newId()
      const startedAt = options.now().toISOString()
      jobs = [
        { id, ...name, state: 'running', progress: null, canCancel: true, startedAt, endedAt: null },
        ...jobs,
      ]
      options.onChange()
      let shown = -1
      try {
        const result = await work({
          progress: (share) => {
            const percent = Math.floor(Math.min(Math.max(share, 0), 1) * 100)
            if (percent !== shown) {
              shown = percent
              change(id, { progress: percent / 100 })
            }
          },
          checkCancelled: () => {
            if (cancelled.has(id)) {
              throw new AppError('CANCELLED', 'the user cancelled')
            }
          },
        })
        end(id, 'done')
        return result
      } catch (thrown) {
        end(id, thrown instanceof AppError && thrown.code === 'CANCELLED' ? 'cancelled' : 'failed')
        throw thrown
      }
    },
    cancel: (jobId) => {
      const job = jobs.find(({ id }) => id === jobId)
      if (job?.state !== 'running') {
        throw new AppError('JOB_NOT_FOUND', 'the job has ended')
      }
      cancelled.add(jobId)
      change(jobId, { canCancel: false })
    },
  }
}
