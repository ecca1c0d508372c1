import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { DiffList } from './diff-list.tsx'
import { FullListQuestion } from './full-list-question.tsx'
import { IdentityList } from './identity-list.tsx'
import { ImportHeader } from './import-header.tsx'
import { ReadingBar } from './reading-bar.tsx'
import { RejectedTable } from './rejected-table.tsx'
import { UnknownTable } from './unknown-table.tsx'
import { useApplyImport } from './use-apply-import.ts'
import type { Changes, Staged } from './staged.ts'

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalL}`,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground2,
    flexShrink: 0,
  },
  account: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
  },
  body: {
    flex: 1,
    minHeight: 0,
    display: 'flex',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { flexDirection: 'column', flexShrink: 0 },
  },
  tabs: {
    width: '216px',
    '@media (max-width: 639px)': { width: 'auto', borderRightStyle: 'none' },
    flexShrink: 0,
    overflow: 'auto',
    paddingBlock: tokens.spacingVerticalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: { width: '100%', '& .fui-Tab__content': { flexGrow: 1 } },
  label: { display: 'flex', width: '100%', gap: tokens.spacingHorizontalS },
  words: { flex: 1, textAlign: 'start', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  panel: { flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
})

/** The parts a difference is looked at by, in their order. */
const parts = [
  { id: 'newCustomers', kind: 'customers', change: 'added' },
  { id: 'changedCustomers', kind: 'customers', change: 'changed' },
  { id: 'absentCustomers', kind: 'customers', change: 'absent' },
  { id: 'newSubscriptions', kind: 'subscriptions', change: 'added' },
  { id: 'changedSubscriptions', kind: 'subscriptions', change: 'changed' },
  { id: 'absentSubscriptions', kind: 'subscriptions', change: 'absent' },
  { id: 'sameCustomers', kind: 'customers', change: 'unchanged' },
  { id: 'sameSubscriptions', kind: 'subscriptions', change: 'unchanged' },
] as const
type PartId = (typeof parts)[number]['id'] | 'identity' | 'rejected' | 'unknown'

/** What a file would change, before anything is: record by record, to be taken or left, and the decision. */
export function ChangesScreen({
  reply,
  onImport,
}: {
  readonly reply: Changes
  readonly onImport: () => void
}) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const account = useScope().accounts.find((each) => each.id === reply.accountId)
  const staged: Staged = useView('import.staged', { previewId: reply.previewId }).value ?? stagedOf(reply)
  const applying = useApplyImport(staged)
  const shown = partsOf(staged)
  const [wanted, setWanted] = useState<PartId | null>(null)
  const current = shown.find(({ id }) => id === wanted) ?? shown[0]
  const part = parts.find(({ id }) => id === current?.id)
  const titleOf = (id: PartId) =>
    id === 'identity' ? t('importIdentity.part') : t(`importFlow.changes.${id}`)
  const isGone = applying.error?.code === 'PREVIEW_NOT_FOUND'

  return (
    <>
      <ImportHeader
        title={t('imports.previewTitle')}
        note={reply.fileName}
        reply={reply}
        isBusy={applying.isRunning}
      >
        {isGone ? (
          <Button appearance="primary" onClick={onImport}>
            {t('imports.another')}
          </Button>
        ) : applying.isRunning ? (
          <Button onClick={applying.stop}>{t('importFlow.changes.stop')}</Button>
        ) : (
          <Button
            appearance="primary"
            onClick={applying.apply}
            disabled={applying.count === 0 && staged.isFullList !== true}
          >
            {t('imports.apply')}
          </Button>
        )}
      </ImportHeader>
      {applying.isRunning && (
        <div className={styles.bars}>
          <ProgressBar
            aria-label={t('importFlow.changes.applying', { fileName: reply.fileName })}
            {...(applying.progress === null ? {} : { value: applying.progress })}
          />
        </div>
      )}
      <div className={styles.facts}>
        {account !== undefined && (
          <span className={styles.account}>
            {account.companyName}
            <CloudBadge cloud={account.cloud} />
          </span>
        )}
        <span>{t(`imports.shapes.${reply.shape}`)}</span>
        <span>{t('importFlow.changes.rows', { count: reply.rowCount })}</span>
      </div>
      <ReadingBar reply={reply} />
      <div className={styles.bars}>
        {applying.error !== null && <Problem error={applying.error} />}
        {reply.isPartial && (
          <MessageBar intent="info">
            <MessageBarBody>{t('importFlow.changes.partial')}</MessageBarBody>
          </MessageBar>
        )}
        {staged.identity.open > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('importIdentity.waiting', { count: staged.identity.open })}</MessageBarBody>
            {current?.id !== 'identity' && (
              <MessageBarActions>
                <Button onClick={() => setWanted('identity')}>{t('importIdentity.show')}</Button>
              </MessageBarActions>
            )}
          </MessageBar>
        )}
        {staged.isFullList === null && staged[staged.listKind].absent > 0 && (
          <FullListQuestion staged={staged} />
        )}
      </div>
      {current === undefined ? (
        <EmptyState
          icon={<CheckmarkCircleRegular />}
          title={t('importFlow.changes.nothing')}
          hint={t('importFlow.changes.nothingHint')}
        />
      ) : (
        <div className={styles.body}>
          <TabList
            vertical
            size="small"
            className={styles.tabs}
            aria-label={t('importFlow.changes.label')}
            selectedValue={current.id}
            onTabSelect={(_, { value }) => setWanted(value as PartId)}
          >
            {shown.map(({ id, count }) => (
              <Tab key={id} value={id} className={styles.tab} id={`part-${id}`} aria-controls="part-panel">
                <span className={styles.label}>
                  <span className={styles.words} title={titleOf(id)}>
                    {titleOf(id)}
                  </span>
                  <span className={styles.count}>{format.number(count)}</span>
                </span>
              </Tab>
            ))}
          </TabList>
          <div
            role="tabpanel"
            id="part-panel"
            aria-labelledby={`part-${current.id}`}
            className={styles.panel}
          >
            {part !== undefined ? (
              <DiffList
                key={part.id}
                staged={staged}
                part={part}
                label={t(`importFlow.changes.${part.id}`)}
                onShowRejected={() => setWanted('rejected')}
              />
            ) : current.id === 'identity' ? (
              <IdentityList staged={staged} />
            ) : current.id === 'rejected' ? (
              <RejectedTable previewId={reply.previewId} />
            ) : (
              <UnknownTable values={staged.unknownValues} />
            )}
          </div>
        </div>
      )}
    </>
  )
}

/** What the answer itself says of the preview, until its view is there. */
function stagedOf({ encoding, ...reply }: Changes): Staged {
  return { ...reply, encoding: encoding ?? 'utf-8' }
}

function partsOf(staged: Staged): readonly { readonly id: PartId; readonly count: number }[] {
  return [
    // What is asked comes first: what else there is depends on the answers.
    {
      id: 'identity' as const,
      count: staged.identity.open === 0 ? staged.identity.asked : staged.identity.open,
    },
    ...parts.map(({ id, kind, change }) => ({ id, count: staged[kind][change] })),
    { id: 'rejected' as const, count: staged.rejectedCount },
    { id: 'unknown' as const, count: staged.unknownValues.length },
  ].filter(({ count }) => count > 0)
}
