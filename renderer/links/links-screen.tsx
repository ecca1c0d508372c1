import { Button } from '@fluentui/react-components'
import { LinkAddRegular } from '@fluentui/react-icons/svg/link-add'
import { LinkRegular } from '@fluentui/react-icons/svg/link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { ScreenProblem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { ListDesk } from '#renderer/table/list-desk.tsx'
import { useList } from '#renderer/table/use-list.ts'
import type { RowOf } from '#renderer/table/use-list-window.ts'
import { LinkInspector } from './link-inspector.tsx'
import { useLinkColumns } from './link-columns.tsx'

/** Every invitation link there is or was: where it leads, whose it is, and in how many requests it went out. */
export function LinksScreen() {
  const { t } = useTranslation()
  const { go } = useUiActions()
  const { accounts } = useScope()
  const [inspected, setInspected] = useState<RowOf<'links'> | 'paste' | null>(null)
  const list = useList('links', useLinkColumns())
  const { total, window: rows, isNarrowed } = list
  const isEmpty = total === 0 && !isNarrowed
  return (
    <>
      <PageHeader
        title={t('links.title')}
        note={total === undefined || isEmpty ? '' : t('links.count', { count: total })}
      >
        {accounts.length > 0 && (
          <Button icon={<LinkAddRegular />} onClick={() => setInspected('paste')}>
            {t('inspector.title')}
          </Button>
        )}
      </PageHeader>
      {inspected !== null && (
        <LinkInspector row={inspected === 'paste' ? null : inspected} onClose={() => setInspected(null)} />
      )}
      {rows.error !== undefined ? (
        <ScreenProblem error={rows.error} />
      ) : isEmpty ? (
        <EmptyState
          icon={<LinkRegular />}
          title={t('links.empty')}
          hint={t('links.emptyHint')}
          action={
            <Button appearance="primary" onClick={() => go({ screen: 'accounts' })}>
              {t('nav.accounts')}
            </Button>
          }
        />
      ) : (
        <ListDesk
          label={t('links.list')}
          list={list}
          keyOf={(row) => row.id}
          onOpen={setInspected}
          isReadOnly
        />
      )}
    </>
  )
}
