import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { Fact, FactList } from '#renderer/parts/fact-list.tsx'
import { useFormat } from '#renderer/parts/format.ts'

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    maxWidth: '100%',
    height: '24px',
    paddingInline: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  surface: { maxWidth: '480px', maxHeight: '60vh', overflowY: 'auto' },
  title: { margin: `0 0 ${tokens.spacingVerticalS}` },
  account: {
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
})

type FreshnessButtonProps = {
  readonly summary: ViewValue<'portfolio.summary'>
  /** How fresh it all is, in a few words. */
  readonly words: string
}

/** How fresh the portfolio is, in a line; opens what that is made of, account by account. */
export function FreshnessButton({ summary, words }: FreshnessButtonProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  return (
    <Popover trapFocus withArrow positioning={{ position: 'above', align: 'start', autoSize: 'height' }}>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          className={styles.button}
          aria-label={t('portfolio.freshness.open', { words })}
        >
          <span className={styles.words}>{words}</span>
        </Button>
      </PopoverTrigger>
      <PopoverSurface tabIndex={-1} aria-label={t('portfolio.freshness.title')} className={styles.surface}>
        <Text as="h2" block weight="semibold" className={styles.title}>
          {t('portfolio.freshness.title')}
        </Text>
        {summary.accounts.map((account) => (
          <div key={account.accountId} className={styles.account}>
            <Text weight="medium">{account.accountName}</Text>
            <FactList size="small">
              <Fact name={t('portfolio.freshness.confirmedCustomers')}>
                {t('portfolio.freshness.of', {
                  confirmed: account.confirmedCustomers,
                  total: account.customers,
                })}
              </Fact>
              <Fact name={t('portfolio.freshness.oldest')}>
                {account.oldestConfirmedAt === null
                  ? t('portfolio.freshness.never')
                  : `${format.date(account.oldestConfirmedAt)} (${format.relative(format.date(account.oldestConfirmedAt))})`}
              </Fact>
              <Fact name={t('portfolio.freshness.newest')}>
                {account.newestFileName === null ||
                account.newestShape === null ||
                account.newestImportAt === null
                  ? t('portfolio.freshness.never')
                  : t('portfolio.freshness.file', {
                      file: account.newestFileName,
                      kind: t(`sources.${account.newestShape}`),
                      date: format.date(account.newestImportAt),
                    })}
              </Fact>
            </FactList>
          </div>
        ))}
      </PopoverSurface>
    </Popover>
  )
}
