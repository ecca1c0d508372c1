import { Button } from '@fluentui/react-components'
import { DocumentPdfRegular } from '@fluentui/react-icons/svg/document-pdf'
import { useTranslation } from 'react-i18next'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

/** Saves what is due over the chosen account, or over all of them, as a PDF. */
export function PortfolioButton() {
  const { t } = useTranslation()
  const notify = useNotify()
  const account = useAccountParam()
  const command = useCommand('report.portfolio')
  const save = async () => {
    const result = await command.run(account)
    if (result.ok) {
      notify({ title: t('reports.saved', { fileName: result.value.fileName }), intent: 'success' })
    } else if (result.error.code !== 'CANCELLED') {
      notify({
        title: t(`errors.${result.error.code}`),
        body: t(`errorActions.${result.error.code}`),
        intent: 'error',
      })
    }
  }
  return (
    <Button icon={<DocumentPdfRegular />} disabled={command.pending} onClick={() => void save()}>
      {t('reports.titles.portfolio')}
    </Button>
  )
}
