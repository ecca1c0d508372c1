import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { useJobName } from './job-name.ts'
import { JobsPopover } from './jobs-popover.tsx'

type JobsShownProps = { readonly jobs: ViewValue<'job.list'> }

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0, flexShrink: 0 },
  track: {
    width: '96px',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    overflow: 'hidden',
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  button: { minWidth: 0, height: '24px' },
})

/** The newest running job with its progress and a way to end it, and the list of recent ones. */
export function JobsShown({ jobs }: JobsShownProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const nameOf = useJobName()
  const cancel = useCommand('job.cancel')
  const running = jobs.find((job) => job.state === 'running')
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
      <JobsPopover jobs={jobs} />
    </span>
  )
}
