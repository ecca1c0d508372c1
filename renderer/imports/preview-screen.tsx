import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Warning20Filled } from '@fluentui/react-icons/svg/warning'
import { useTranslation } from 'react-i18next'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { updateListState } from '#renderer/state/list-state.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { ImportPreview } from '#renderer/state/ui-state.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { RejectedTable } from './rejected-table.tsx'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    '& > *': { flexShrink: 0 },
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, max-content))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
  },
  fact: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  table: { borderCollapse: 'collapse', maxWidth: '640px', fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    textAlign: 'end',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  rowHead: { textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'end',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  figures: { width: '104px' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
})

/** What a file would change, before anything is: kind and counts, the rows left out, and the decision. */
export function PreviewScreen({ onImport }: { readonly onImport: () => void }) {
  const { t } = useTranslation()
  const preview = useUi((state) => state.importPreview)
  return preview === null ? (
    <EmptyState
      icon={<ArrowImportRegular />}
      title={t('imports.empty')}
      hint={t('imports.emptyHint')}
      action={
        <Button appearance="primary" onClick={onImport}>
          {t('imports.choose')}
        </Button>
      }
    />
  ) : (
    <Preview preview={preview} onImport={onImport} />
  )
}

function Preview({ preview, onImport }: { readonly preview: ImportPreview; readonly onImport: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const notify = useNotify()
  const { go, set, updateCustomers } = useUiActions()
  const apply = useCommand('import.apply')
  const discard = useCommand('import.discard')
  const { customers, subscriptions } = preview
  const isGone = apply.error?.code === 'PREVIEW_NOT_FOUND'
  const isSame = [customers, subscriptions].every((counts) => counts.added + counts.changed === 0)

  const take = async () => {
    const result = await apply.run({ previewId: preview.previewId })
    if (result.ok) {
      set('importPreview', null)
      notify({
        title: t('imports.applied', { fileName: preview.fileName }),
        body: t('imports.appliedCounts', {
          customers: customers.added + customers.changed,
          subscriptions: subscriptions.added + subscriptions.changed,
        }),
      })
      updateListState('customers', { search: '' })
      updateCustomers({ selectedId: null, selectedIndex: -1 })
      go({ screen: 'customers', isFullPage: false })
    }
  }
  const drop = async () => {
    // A preview main no longer has is as good as discarded.
    await discard.run({ previewId: preview.previewId })
    set('importPreview', null)
    go({ screen: 'imports' })
  }

  return (
    <>
      <PageHeader
        title={t('imports.previewTitle')}
        lead={
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={t('common.back')}
            onClick={() => go({ screen: 'imports' })}
          />
        }
      >
        <Button onClick={() => void drop()} disabled={apply.pending || discard.pending}>
          {t('imports.discard')}
        </Button>
        {isGone ? (
          <Button appearance="primary" onClick={onImport}>
            {t('imports.another')}
          </Button>
        ) : (
          <Button
            appearance="primary"
            onClick={() => void take()}
            disabled={apply.pending || discard.pending}
          >
            {t('imports.apply')}
          </Button>
        )}
      </PageHeader>
      <div className={styles.root}>
        {apply.error !== null && <Problem error={apply.error} />}
        <PreviewFacts preview={preview} />
        <section className={styles.section} aria-labelledby="preview-changes">
          <Text as="h2" size={400} weight="semibold" id="preview-changes" className={styles.heading}>
            {t('imports.changes')}
          </Text>
          <table className={styles.table}>
            <thead>
              <tr>
                <td className={styles.head} />
                {(['added', 'changed', 'unchanged', 'absent'] as const).map((count) => (
                  <th key={count} scope="col" className={mergeClasses(styles.head, styles.figures)}>
                    {t(`imports.counts.${count}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(['customers', 'subscriptions'] as const).map((noun) => (
                <tr key={noun}>
                  <th scope="row" className={mergeClasses(styles.cell, styles.rowHead)}>
                    {t(`imports.${noun}`)}
                  </th>
                  {(['added', 'changed', 'unchanged', 'absent'] as const).map((count) => (
                    <td
                      key={count}
                      className={mergeClasses(
                        styles.cell,
                        preview[noun][count] === 0 ? styles.quiet : styles.strong,
                      )}
                    >
                      {format.number(preview[noun][count])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <Text className={styles.quiet}>
            {[
              isSame ? t('imports.noChanges') : '',
              preview.shape === 'customers-csv' ? t('imports.noSubscriptions') : '',
              t('imports.absentHint'),
            ]
              .filter((sentence) => sentence !== '')
              .join(t('common.sentenceGap'))}
          </Text>
        </section>
        <section className={styles.section} aria-labelledby="preview-rejected">
          <Text as="h2" size={400} weight="semibold" id="preview-rejected" className={styles.heading}>
            {preview.rejectedCount === 0 ? (
              <CheckmarkCircle20Filled aria-hidden className={styles.good} />
            ) : (
              <Warning20Filled aria-hidden className={styles.warning} />
            )}
            {preview.rejectedCount === 0
              ? t('imports.noneRejected')
              : t('imports.rejected', { count: preview.rejectedCount })}
          </Text>
          {preview.rejectedCount > 0 && (
            <>
              <Text className={styles.quiet}>
                {t('imports.rejectedHint')}
                {preview.rejected.length < preview.rejectedCount &&
                  t('common.sentenceGap') + t('imports.rejectedFirst', { count: preview.rejected.length })}
              </Text>
              <RejectedTable rows={preview.rejected} />
            </>
          )}
        </section>
      </div>
    </>
  )
}

function PreviewFacts({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const account = useScope().accounts.find((each) => each.id === preview.accountId)
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt className={styles.term}>{t('imports.file')}</dt>
        <dd className={mergeClasses(styles.value, styles.strong)}>{preview.fileName}</dd>
      </div>
      {account !== undefined && (
        <div className={styles.fact}>
          <dt className={styles.term}>{t('imports.account')}</dt>
          <dd className={styles.value}>
            {account.companyName}
            <CloudBadge cloud={account.cloud} />
          </dd>
        </div>
      )}
      <div className={styles.fact}>
        <dt className={styles.term}>{t('imports.shape')}</dt>
        <dd className={styles.value}>{t(`imports.shapes.${preview.shape}`)}</dd>
      </div>
      {preview.encoding !== null && (
        <div className={styles.fact}>
          <dt className={styles.term}>{t('imports.encoding')}</dt>
          <dd className={styles.value}>{t(`imports.encodings.${preview.encoding}`)}</dd>
        </div>
      )}
      <div className={styles.fact}>
        <dt className={styles.term}>{t('imports.rows')}</dt>
        <dd className={styles.value}>{format.number(preview.rowCount)}</dd>
      </div>
    </dl>
  )
}
