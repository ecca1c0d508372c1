import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { useJobName } from './job-name.ts'

type Job = ViewValue<'job.list'>[number]

const useStyles = makeStyles({
  surface: { width: '360px', maxHeight: '50vh', overflow: 'auto' },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  job: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '36px',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  second: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3 },
  button: { minWidth: 0, height: '24px', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
})

/** A button of the status line that lists what runs and what has run. */
export function JobsPopover({ jobs }: { readonly jobs: readonly Job[] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const nameOf = useJobName()
  const cancel = useCommand('job.cancel')
  return (
    <Popover positioning={{ position: 'above', align: 'end', autoSize: 'height' }} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="transparent" className={styles.button}>
          {t('desk.jobs.title')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t('desk.jobs.recent')}>
        <Text as="h2" size={300} weight="semibold" block className={styles.heading}>
          {t('desk.jobs.recent')}
        </Text>
        <ul className={styles.list}>
          {jobs.map((job) => (
            <li key={job.id} className={styles.job}>
              <span className={styles.name} title={nameOf(job)}>
                {nameOf(job)}
              </span>
              {job.canCancel ? (
                <Button
                  size="small"
                  aria-label={t('desk.jobs.cancelNamed', { name: nameOf(job) })}
                  onClick={() => void cancel.run({ jobId: job.id })}
                >
                  {t('desk.jobs.cancel')}
                </Button>
              ) : (
                <Text size={200}>{t(`desk.jobs.states.${job.state}`)}</Text>
              )}
              <span className={styles.second}>
                {job.state === 'running' ? (
                  <ProgressBar {...(job.progress === null ? {} : { value: job.progress })} />
                ) : (
                  <Text size={200}>{format.time(job.endedAt ?? job.startedAt)}</Text>
                )}
              </span>
            </li>
          ))}
        </ul>
      </PopoverSurface>
    </Popover>
  )
}
