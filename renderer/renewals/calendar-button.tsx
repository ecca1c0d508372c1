import {
  Button,
  Checkbox,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandInput } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import type { ListQuery } from '#renderer/table/use-list.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '320px',
    maxWidth: 'calc(100vw - 48px)',
    boxSizing: 'border-box',
  },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  alarms: { display: 'flex', flexWrap: 'wrap' },
  save: { alignSelf: 'flex-end' },
})

const offered = [60, 30, 14, 7, 1] as const

/** Writes the ends of what the worklist shows to a calendar file. */
export function CalendarButton({ query }: { readonly query: ListQuery }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const command = useCommand('calendar.export')
  const [isOpen, setIsOpen] = useState(false)
  const [alarms, setAlarms] = useState<readonly number[]>([30, 7])
  const save = async () => {
    const { accountId, search, filter } = query
    const input = {
      ...(accountId === undefined ? {} : { accountId }),
      ...(search === undefined ? {} : { search }),
      ...(filter === undefined ? {} : { filter }),
      alarms,
    }
    const result = await command.run(input as CommandInput<'calendar.export'>)
    if (result.ok) {
      setIsOpen(false)
      notify({
        title: t('calendarFile.saved', { fileName: result.value.fileName }),
        body: t('calendarFile.events', { count: result.value.events }),
        intent: 'success',
      })
    }
  }
  return (
    <Popover
      open={isOpen}
      trapFocus
      positioning={{ position: 'below', align: 'end', autoSize: 'height' }}
      onOpenChange={(_, { open }) => setIsOpen(open)}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<CalendarAddRegular />}>{t('calendarFile.button')}</Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('calendarFile.title')} className={styles.card}>
        <Text as="h2" size={400} weight="semibold" className={styles.heading}>
          {t('calendarFile.title')}
        </Text>
        <Text size={200} className={styles.quiet}>
          {t('calendarFile.hint')}
        </Text>
        <div role="group" aria-label={t('calendarFile.alarms')} className={styles.alarms}>
          {offered.map((days) => (
            <Checkbox
              key={days}
              label={t('calendarFile.alarm', { count: days })}
              checked={alarms.includes(days)}
              onChange={(_, { checked }) =>
                setAlarms(checked === true ? [...alarms, days] : alarms.filter((each) => each !== days))
              }
            />
          ))}
        </div>
        {command.error !== null && command.error.code !== 'CANCELLED' && <Problem error={command.error} />}
        <Button
          appearance="primary"
          className={styles.save}
          disabled={command.pending}
          onClick={() => void save()}
        >
          {t('calendarFile.save')}
        </Button>
      </PopoverSurface>
    </Popover>
  )
}
