import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useJobName } from './job-name.ts'

const JobsPopover = lazy(async () => ({ default: (await import('./jobs-popover.tsx')).JobsPopover }))

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0, flexShrink: 0 },
  track: {
    width: '96px',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
  },
  bar: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
  button: { minWidth: 0, height: '22px' },
})

/** The newest running job with its progress and a way to end it, and the list of recent ones. */
export function JobsLine() {
  const { t } = useTranslation()
  const styles = useStyles()
  const nameOf = useJobName()
  const jobs = useView('job.list', {}).value ?? []
  const cancel = useCommand('job.cancel')
  const running = jobs.find((job) => job.state === 'running')
  if (jobs.length === 0) {
    return null
  }
  return (
    <span className={styles.root}>
      {running !== undefined && (
        <>
          <span role="status">{nameOf(running)}</span>
          <span
            role="progressbar"
            aria-label={nameOf(running)}
            aria-valuemin={0}
            aria-valuemax={100}
            {...(running.progress === null ? {} : { 'aria-valuenow': Math.round(running.progress * 100) })}
            className={styles.track}
          >
            <span
              className={styles.bar}
              style={{ width: `${(running.progress ?? 0.15) * 100}%`, display: 'block' }}
            />
          </span>
          {running.canCancel && (
            <Button
              size="small"
              appearance="transparent"
              className={styles.button}
              onClick={() => void cancel.run({ jobId: running.id })}
            >
              {t('desk.jobs.cancel')}
            </Button>
          )}
        </>
      )}
      <Suspense fallback={null}>
        <JobsPopover jobs={jobs} />
      </Suspense>
    </span>
  )
}
