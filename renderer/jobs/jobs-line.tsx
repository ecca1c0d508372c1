import { lazy, Suspense } from 'react'
import { useView } from '#renderer/state/use-view.ts'

const JobsShown = lazy(async () => ({ default: (await import('./jobs-shown.tsx')).JobsShown }))

/** The jobs of this run in the status line, once there are any. */
export function JobsLine() {
  const jobs = useView('job.list', {}).value ?? []
  return <Suspense fallback={null}>{jobs.length > 0 && <JobsShown jobs={jobs} />}</Suspense>
}
