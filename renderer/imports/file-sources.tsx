import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  where: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', userSelect: 'text' },
  command: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

/** The files the program knows, the most usual first. */
const sources = ['customers', 'subscriptions', 'reconciliation', 'powershell', 'api', 'other'] as const

/** What is typed in PowerShell; the same in every language. */
const commands = [
  'Get-PartnerCustomer | Export-Csv customers.csv -Encoding utf8',
  'Get-PartnerCustomerSubscription -CustomerId … | Export-Csv subscriptions.csv -Encoding utf8',
] as const

/**
 * A button that says where the files that can be imported come from, and who may fetch them; `isSmall` is its sign alone,
 * for where others stand beside it.
 */
export function FileSources({ isSmall = false }: { readonly isSmall?: boolean }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const title = t('imports.sources.title')
  return (
    <Dialog surfaceMotion={null}>
      <DialogTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<QuestionCircleRegular />}
          {...(isSmall ? { 'aria-label': title, title } : { children: title })}
        />
      </DialogTrigger>
      <DialogSurface backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{t('imports.sources.hint')}</Text>
            <dl className={styles.list}>
              {sources.map((source) => (
                <div key={source}>
                  <dt className={styles.name}>{t(`imports.sources.${source}.name`)}</dt>
                  <dd className={styles.where}>{t(`imports.sources.${source}.where`)}</dd>
                  {source === 'powershell' &&
                    commands.map((command) => (
                      <dd key={command} className={styles.where}>
                        <code className={styles.command}>{command}</code>
                      </dd>
                    ))}
                </div>
              ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{t('desk.shortcuts.close')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
