import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useTranslation } from 'react-i18next'
import type { Filter } from '#shared/domain/list-columns.ts'
import { noFilter } from '#renderer/state/list-state.ts'
import { useConditionText } from './condition-text.ts'
import type { List } from '#renderer/table/use-list.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
    maxHeight: '96px',
    overflowY: 'auto',
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    minWidth: 0,
    height: '26px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase200,
  },
  words: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    height: '100%',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  remove: {
    flexShrink: 0,
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '100%',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

type FilterBarProps<Row> = {
  readonly list: List<Row>
  readonly onEdit: (at: number, anchor: HTMLElement) => void
}

/** The conditions of a list's filter, each to be changed or taken away. */
export function FilterBar<Row>({ list, onEdit }: FilterBarProps<Row>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const text = useConditionText(list)
  const { filter } = list.state
  const set = (next: Filter) => list.update({ filter: next })
  return (
    <div role="group" aria-label={t('table.filterBar.label')} className={styles.root}>
      {filter.conditions.length > 1 && (
        <Select
          size="small"
          aria-label={t('table.filterBar.match')}
          value={filter.match}
          onChange={(_, { value }) => set({ ...filter, match: value === 'any' ? 'any' : 'all' })}
        >
          <option value="all">{t('table.filterBar.all')}</option>
          <option value="any">{t('table.filterBar.any')}</option>
        </Select>
      )}
      {filter.conditions.map((condition, at) => {
        const words = text(condition)
        return (
          <span key={`${at} ${words}`} className={styles.chip}>
            <button
              type="button"
              className={styles.words}
              title={words}
              onClick={(event) => onEdit(at, event.currentTarget)}
            >
              {words}
            </button>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('table.filterBar.remove', { condition: words })}
              onClick={() => set({ ...filter, conditions: filter.conditions.toSpliced(at, 1) })}
            >
              <Dismiss16Regular aria-hidden />
            </button>
          </span>
        )
      })}
      <Button size="small" appearance="subtle" onClick={() => set(noFilter)}>
        {t('table.filterBar.clear')}
      </Button>
    </div>
  )
}
