import { useTranslation } from 'react-i18next'
import type { JobCommand } from '#shared/contract/home.ts'
import type { desk } from '#shared/locales/en-desk.ts'
import { useIsHidden } from '#renderer/parts/private.tsx'
import type { ViewValue } from '#shared/protocol.ts'

const names: { readonly [C in JobCommand]: keyof typeof desk.jobs.commands } = {
  'import.preview': 'importPreview',
  'import.apply': 'importApply',
  'list.export': 'listExport',
  'calendar.export': 'calendarExport',
  'report.customers': 'reportCustomers',
}

/** What a job is called: what it does, and to what. */
export function useJobName(): (job: Pick<ViewValue<'job.list'>[number], 'command' | 'subject'>) => string {
  const { t } = useTranslation()
  const isHidden = useIsHidden()
  return ({ command, subject }) =>
    t(`desk.jobs.commands.${names[command]}`, {
      subject: isHidden(null) ? t('desk.safe.hidden') : subject,
    })
}
