import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUi } from '#renderer/state/page-context.tsx'
import type { ImportReply } from '#renderer/state/ui-state.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useImportFlow } from './import-flow.ts'
import { choiceOf } from './import-way.ts'
import { ImportHeader } from './import-header.tsx'
import { ReadingBar } from './reading-bar.tsx'

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '560px',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    overflow: 'auto',
  },
  search: { maxWidth: 'none', width: '100%' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  choice: { width: '100%', justifyContent: 'flex-start', fontWeight: tokens.fontWeightRegular },
  name: { flex: 1, textAlign: 'start', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  domain: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
})

const shown = 10

/** Asks which customer a file of subscriptions belongs to, where the file does not say. */
export function CustomerQuestion({ reply }: { readonly reply: Extract<ImportReply, { step: 'customer' }> }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { again } = useImportFlow()
  const isReading = useUi((state) => state.running.includes('import.preview'))
  const [search, setSearch] = useState('')
  const found = useView('customer.list', {
    accountId: reply.accountId,
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    sort: { column: 'name', direction: 'ascending' },
    offset: 0,
    limit: shown,
  }).value
  const rows = found?.rows ?? []

  return (
    <>
      <ImportHeader title={t('importFlow.customer.title')} note={reply.fileName} reply={reply} />
      <ReadingBar reply={reply} />
      <div className={styles.body}>
        <Text>{t('importFlow.customer.hint')}</Text>
        <SearchBox
          className={styles.search}
          aria-label={t('importFlow.customer.search')}
          placeholder={t('importFlow.customer.search')}
          dismiss={{ 'aria-label': t('table.quickFilterClear') }}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        {found !== undefined && rows.length === 0 && (
          <Text className={styles.quiet} role="status">
            {t(search.trim() === '' ? 'importFlow.customer.noneYet' : 'importFlow.customer.none')}
          </Text>
        )}
        <ul className={styles.list}>
          {rows.map((customer) => (
            <li key={customer.id}>
              <Button
                appearance="subtle"
                className={styles.choice}
                disabled={isReading}
                onClick={() => void again(reply, { ...choiceOf(reply), customerId: customer.id })}
              >
                <span className={styles.name}>{customer.name}</span>
                <span className={styles.domain}>{customer.domain}</span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
