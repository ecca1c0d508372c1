import { Button, makeStyles, SearchBox, Text, tokens, Tooltip } from '@fluentui/react-components'
import { ArrowExportLtr20Regular } from '@fluentui/react-icons/svg/arrow-export-ltr'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ColumnEdit20Regular } from '@fluentui/react-icons/svg/column-edit'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { Filter20Regular } from '@fluentui/react-icons/svg/filter'
import { GroupListRegular } from '@fluentui/react-icons/svg/group-list'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useWantedFocus } from '#renderer/state/use-wanted-focus.ts'
import type { CurrentView } from '#renderer/saved-views/use-current-view.ts'
import type { List } from './use-list.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
    minWidth: 0,
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  view: { minWidth: 0, maxWidth: '240px', flexShrink: 1, fontWeight: tokens.fontWeightSemibold },
  viewName: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  edited: {
    flexShrink: 0,
    marginInlineStart: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontStyle: 'italic',
  },
  search: { flex: '1 1 160px', minWidth: '120px', maxWidth: '320px' },
  space: { flex: 1, '@media (max-width: 639px)': { display: 'none' } },
  tool: { flexShrink: 0, whiteSpace: 'nowrap', minWidth: 'max-content' },
  group: { display: 'flex', alignItems: 'center', minWidth: 0, gap: tokens.spacingHorizontalXS },
  groupName: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

type ListToolsProps<Row> = {
  readonly list: List<Row>
  readonly view: CurrentView
  readonly searchLabel: string
  readonly searchPlaceholder: string
  readonly onViews: (anchor: HTMLElement) => void
  readonly onFilter: (anchor: HTMLElement) => void
  readonly onExport: (anchor: HTMLElement) => void
  readonly onColumns: (anchor: HTMLElement) => void
}

/** The tools of a list: its view, its search, its filter, its file and its columns. */
export function ListTools<Row>(props: ListToolsProps<Row>) {
  const { list, view, onViews, onFilter, onExport, onColumns } = props
  const { t } = useTranslation()
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const { focus } = useUiActions()
  useWantedFocus('search', () => {
    input.current?.focus()
    input.current?.select()
  })
  const { group } = list.state
  const grouped = list.columns.find(({ id }) => id === group)

  return (
    <div role="group" aria-label={t('table.tools')} className={styles.root}>
      <Button
        appearance="subtle"
        className={styles.view}
        icon={<ChevronDown16Regular />}
        iconPosition="after"
        aria-haspopup="menu"
        aria-label={`${t('savedViews.button')}: ${
          view.isEdited ? t('savedViews.editedLong', { name: view.name }) : view.name
        }`}
        onClick={(event) => onViews(event.currentTarget)}
      >
        <span className={styles.viewName} title={view.name}>
          {view.name}
        </span>
        {view.isEdited && <span className={styles.edited}>{t('savedViews.edited')}</span>}
      </Button>
      <SearchBox
        // Fluent types this ref as one to nothing; a function that takes any element fits it.
        ref={(element: HTMLInputElement | null) => {
          input.current = element
        }}
        className={styles.search}
        aria-label={props.searchLabel}
        placeholder={props.searchPlaceholder}
        title={props.searchPlaceholder}
        dismiss={{ 'aria-label': t('table.quickFilterClear') }}
        value={list.search}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => list.setSearch(value.slice(0, 200))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) {
            return
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            focus('list')
          } else if (event.key === 'Escape') {
            // Once to clear, once more to leave.
            event.preventDefault()
            if (list.search === '') {
              focus('list')
            } else {
              list.setSearch('')
            }
          }
        }}
      />
      <Button
        className={styles.tool}
        icon={<Filter20Regular />}
        aria-haspopup="dialog"
        onClick={(event) => onFilter(event.currentTarget)}
      >
        {t('table.addFilter')}
      </Button>
      {grouped !== undefined && (
        <span className={styles.group}>
          <GroupListRegular aria-hidden />
          <Text size={200} className={styles.groupName}>
            {t('table.groupedBy', { column: grouped.header })}
          </Text>
          <Tooltip content={t('table.ungroup')} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              onClick={() => list.update({ group: null })}
            />
          </Tooltip>
        </span>
      )}
      <span className={styles.space} />
      {list.query.asOf === undefined && (
        <Button
          className={styles.tool}
          icon={<ArrowExportLtr20Regular />}
          aria-haspopup="dialog"
          onClick={(event) => onExport(event.currentTarget)}
        >
          {t('exports.button')}
        </Button>
      )}
      <Button
        className={styles.tool}
        icon={<ColumnEdit20Regular />}
        aria-haspopup="dialog"
        onClick={(event) => onColumns(event.currentTarget)}
      >
        {t('table.columns')}
      </Button>
    </div>
  )
}
