import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { DocumentPdfRegular } from '@fluentui/react-icons/svg/document-pdf'
import { useTranslation } from 'react-i18next'
import type { CustomerPaper } from '#shared/contract/report.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useCommand, type CommandResult } from '#renderer/state/use-command.ts'

type PaperMenuProps = {
  /** The customers meant when it is opened: one, or those chosen together. */
  readonly customers: () => Promise<readonly string[]>
  readonly count: number
  readonly size?: 'small' | 'medium'
}

/** Puts customers on paper: a card before a call, a report to hand over, a file for each of many. */
export function PaperMenu({ customers, count, size = 'medium' }: PaperMenuProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const one = useCommand('report.customer')
  const many = useCommand('report.customers')
  const print = useCommand('report.print')

  const say = <C extends 'report.customer' | 'report.customers' | 'report.print'>(
    result: CommandResult<C>,
    title: (value: Extract<CommandResult<C>, { ok: true }>['value']) => string,
  ) => {
    if (result.ok) {
      notify({ title: title(result.value), intent: 'success' })
    } else if (result.error.code !== 'CANCELLED') {
      notify({
        title: t(`errors.${result.error.code}`),
        body: t(`errorActions.${result.error.code}`),
        intent: 'error',
      })
    }
  }
  const save = async (paper: CustomerPaper) => {
    const customerIds = await customers()
    const [customerId] = customerIds
    if (customerId === undefined) {
      return
    }
    if (customerIds.length === 1) {
      say(await one.run({ customerId, paper }), ({ fileName }) => t('reports.saved', { fileName }))
    } else {
      say(await many.run({ customerIds, paper }), ({ files }) => t('reports.savedMany', { count: files }))
    }
  }
  const toPrinter = async () => {
    const [customerId] = await customers()
    if (customerId !== undefined) {
      say(await print.run({ customerId, paper: 'call-card' }), () => t('reports.printed'))
    }
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size={size} icon={<DocumentPdfRegular />} disabled={one.pending || many.pending}>
          {t('reports.button')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void save('call-card')}>{t('reports.many', { count })}</MenuItem>
          <MenuItem onClick={() => void save('report')}>{t('reports.manyReports', { count })}</MenuItem>
          {count === 1 && <MenuItem onClick={() => void toPrinter()}>{t('reports.print')}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
