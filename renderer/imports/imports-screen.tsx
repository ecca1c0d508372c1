import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { ClipboardPasteRegular } from '@fluentui/react-icons/svg/clipboard-paste'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleSign } from '#renderer/parts/badges.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import { ListDesk } from '#renderer/table/list-desk.tsx'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { useList } from '#renderer/table/use-list.ts'
import { FileSources } from './file-sources.tsx'
import { WaitingList } from './waiting-imports.tsx'

type Import = ListRow<'import.list'>

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  file: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
})

/** The history of imports, with the file that was refused last or the preview that still waits. */
export function ImportsScreen({ onImport }: { readonly onImport: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const list = useList('imports', useImportColumns())
  const refusal = useUi((state) => state.importRefusal)
  const waiting = useUi((state) => state.importReply)
  const isHidden = useIsHidden()
  const isReading = useUi((state) => state.running.includes('import.preview'))
  const { go, set } = useUiActions()
  const notify = useNotify()
  const undo = useCommand('import.undo')
  const newest = useView('import.list', {
    sort: { column: 'importedAt', direction: 'descending' },
    offset: 0,
    limit: 10,
  }).value
  const undoable = newest?.rows.find((row) => row.canUndo)
  const takeBack = async (importId: string) => {
    const result = await undo.run({ importId })
    if (result.ok) {
      notify({
        title: t('importFlow.undone'),
        subject: { text: result.value.fileName, customerId: null },
        intent: 'info',
      })
    }
  }
  const isEmpty = list.total === 0 && !list.isNarrowed
  const choose = (
    <Button appearance="primary" icon={<ArrowImportRegular />} onClick={onImport} disabled={isReading}>
      {t(refusal === null ? 'imports.choose' : 'imports.another')}
    </Button>
  )

  return (
    <>
      <PageHeader
        title={t('imports.title')}
        note={list.total === undefined || isEmpty ? '' : t('imports.count', { count: list.total })}
      >
        {list.total !== undefined && !isEmpty && (
          <>
            {undoable !== undefined && (
              <Button
                icon={<ArrowUndoRegular />}
                title={isHidden(null) ? undefined : undoable.fileName}
                disabled={undo.pending}
                onClick={() => void takeBack(undoable.id)}
              >
                {t('importFlow.undo')}
              </Button>
            )}
            <FileSources isSmall />
            <Button icon={<ClipboardPasteRegular />} onClick={() => set('overlay', 'paste')}>
              {t('importFlow.paste')}
            </Button>
            {choose}
          </>
        )}
      </PageHeader>
      {(refusal !== null || waiting !== null || undo.error !== null) && (
        <div className={styles.bars}>
          {undo.error !== null && <Problem error={undo.error} />}
          {refusal !== null && (
            <Problem
              error={refusal}
              note={t('imports.nothingChanged')}
              title={
                refusal.fileName === null || isHidden(null)
                  ? t('imports.refusedTitle')
                  : t('imports.refusedNamed', { fileName: refusal.fileName })
              }
            />
          )}
          {waiting !== null && (
            <MessageBar intent="info">
              <MessageBarBody>
                {t('imports.previewWaiting', {
                  fileName: isHidden(null) ? t('desk.safe.hidden') : waiting.fileName,
                })}
              </MessageBarBody>
              <MessageBarActions>
                <Button onClick={() => go({ screen: 'import-preview' })}>{t('imports.openPreview')}</Button>
              </MessageBarActions>
            </MessageBar>
          )}
        </div>
      )}
      <WaitingList />
      {isEmpty ? (
        <EmptyState
          icon={<ArrowImportRegular />}
          title={t('imports.empty')}
          hint={t('imports.emptyHint')}
          action={
            <span className={styles.file}>
              {choose}
              <Button icon={<ClipboardPasteRegular />} onClick={() => set('overlay', 'paste')}>
                {t('importFlow.paste')}
              </Button>
              <FileSources />
            </span>
          }
        />
      ) : (
        <ListDesk label={t('imports.list')} list={list} keyOf={(row) => row.id} isReadOnly />
      )}
    </>
  )
}

function useImportColumns(): readonly Column<Import>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  return useMemo(() => {
    const counts = (noun: 'customers' | 'subscriptions', priority: number): Column<Import> => ({
      id: noun,
      header: t(`imports.columns.${noun}`),
      minWidth: 136,
      grow: 0,
      priority,
      align: 'end',
      tooltip: (row) => t('imports.countsLong', row[noun]),
      cell: (row) =>
        row[noun].added + row[noun].changed === 0 ? (
          <span className={styles.quiet}>–</span>
        ) : (
          t('imports.countsShort', row[noun])
        ),
    })
    return [
      {
        id: 'importedAt',
        header: t('imports.columns.importedAt'),
        minWidth: 144,
        grow: 0,
        priority: 0,
        tooltip: (row) => format.relative(format.date(row.importedAt)),
        cell: (row) => format.time(row.importedAt),
      },
      {
        id: 'fileName',
        header: t('imports.columns.fileName'),
        minWidth: 200,
        grow: 2,
        priority: 0,
        tooltip: (row) => row.fileName,
        cell: (row) => (
          <span className={styles.file}>
            <span className={styles.text}>{row.fileName}</span>
            {row.isSample && <SampleSign />}
          </span>
        ),
      },
      {
        id: 'accountName',
        header: t('imports.columns.account'),
        minWidth: 160,
        grow: 1,
        priority: 3,
        tooltip: (row) => row.accountName,
        cell: (row) => row.accountName,
      },
      {
        id: 'shape',
        choice: (value) => t(`sources.${value as Import['shape']}`),
        header: t('imports.columns.shape'),
        minWidth: 144,
        grow: 1,
        priority: 2,
        tooltip: (row) => t(`imports.shapes.${row.shape}`),
        cell: (row) => t(`sources.${row.shape}`),
      },
      {
        id: 'rowCount',
        header: t('imports.columns.rowCount'),
        minWidth: 80,
        grow: 0,
        priority: 1,
        align: 'end',
        cell: (row) => format.number(row.rowCount),
      },
      counts('customers', 0),
      counts('subscriptions', 0),
      {
        id: 'rejectedCount',
        header: t('imports.columns.rejected'),
        minWidth: 104,
        grow: 0,
        priority: 0,
        align: 'end',
        cell: (row) =>
          row.rejectedCount + row.leftOutCount === 0 ? (
            <span className={styles.quiet}>–</span>
          ) : (
            format.number(row.rejectedCount + row.leftOutCount)
          ),
        tooltip: (row) =>
          row.leftOutCount === 0 ? undefined : t('importIdentity.leftOut', { count: row.leftOutCount }),
      },
      {
        id: 'encoding',
        header: t('lists.imports.encoding'),
        choice: (value) => value.toUpperCase(),
        minWidth: 120,
        grow: 0,
        priority: 6,
        isExtra: true,
        cell: (row) => row.encoding.toUpperCase(),
      },
    ]
  }, [t, styles, format])
}
