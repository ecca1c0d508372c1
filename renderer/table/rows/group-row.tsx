import { mergeClasses } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useTranslation } from 'react-i18next'
import { useTableStyles } from '#renderer/table/data-table-styles.ts'
import type { RowGroup } from './row-groups.ts'

type GroupRowProps = {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly group: RowGroup
  readonly columnCount: number
  readonly hasCursor: boolean
}

/** The heading of a group: its value and how many rows it has; a click or Left and Right close and open it. */
export function GroupRow({ id, index, top, height, group, columnCount, hasCursor }: GroupRowProps) {
  const { t } = useTranslation()
  const styles = useTableStyles()
  const Sign = group.isOpen ? ChevronDown16Regular : ChevronRight16Regular
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={group.isOpen}
      data-index={index}
      data-cursor={hasCursor ? '' : undefined}
      className={mergeClasses(styles.row, styles.groupRow)}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={columnCount} className={styles.group}>
        <Sign aria-hidden />
        <span>{group.label}</span>
        <span className={styles.groupCount}>{t('table.groupCount', { count: group.count })}</span>
        {group.sum !== null && group.sum > 0 && (
          <span className={styles.groupCount}>{t('table.groupSeats', { seats: group.sum })}</span>
        )}
      </div>
    </div>
  )
}
