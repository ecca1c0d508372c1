import {
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up'
import { ReOrderDotsVertical16Regular } from '@fluentui/react-icons/svg/re-order-dots-vertical'
import { useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnPlace } from '#renderer/state/list-state.ts'
import { FirstFocus } from '#renderer/table/rows/first-focus.tsx'
import { PopupCard } from '#renderer/table/popups/popup-card.tsx'
import { placesOf, type List } from '#renderer/table/use-list.ts'

const useStyles = makeStyles({
  search: { maxWidth: 'none' },
  list: { maxHeight: '320px', overflowY: 'auto', margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  drop: {
    boxShadow: `inset 0 2px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
  },
  grip: {
    display: 'grid',
    placeItems: 'center',
    width: '20px',
    height: '32px',
    color: tokens.colorNeutralForeground3,
    cursor: 'grab',
    touchAction: 'none',
  },
  noGrip: { visibility: 'hidden' },
  box: { flex: 1, minWidth: 0 },
  foot: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  hint: { flex: 1, color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
})

type ColumnChooserProps<Row> = {
  readonly list: List<Row>
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** Says which columns are shown and in which order; the last shown one cannot be hidden. */
export function ColumnChooser<Row>({ list, anchor, onClose }: ColumnChooserProps<Row>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const items = useRef<HTMLUListElement>(null)
  const [wanted, setWanted] = useState('')
  const [dropAt, setDropAt] = useState<string | null>(null)
  const places = placesOf(list)
  const shown = places.map(({ column }) => column)
  const hidden = list.columns.map(({ id }) => id).filter((id) => !shown.includes(id))
  const folded = wanted.trim().toLowerCase()
  const entries = [...shown, ...hidden].flatMap((id) => {
    const column = list.columns.find((each) => each.id === id)
    return column !== undefined && column.header.toLowerCase().includes(folded) ? [column] : []
  })
  const set = (next: readonly ColumnPlace[]) => list.update({ columns: next })
  const put = (id: string, at: number) => {
    const place = places.find(({ column }) => column === id)
    if (place !== undefined) {
      set(places.filter((each) => each !== place).toSpliced(at, 0, place))
    }
  }

  const drag = (event: PointerEvent<HTMLElement>, id: string) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const grip = event.currentTarget
    let target: string | null = null
    const move = ({ clientY }: globalThis.PointerEvent) => {
      const rows = [...(items.current?.querySelectorAll<HTMLElement>('[data-shown]') ?? [])]
      const over = rows.find((row) => {
        const { top, height } = row.getBoundingClientRect()
        return clientY < top + height / 2
      })
      target = over?.dataset['shown'] ?? ''
      setDropAt(target)
    }
    const end = () => {
      grip.removeEventListener('pointermove', move)
      setDropAt(null)
      if (target !== null && target !== id) {
        const others = shown.filter((each) => each !== id)
        put(id, target === '' ? others.length : others.indexOf(target))
      }
    }
    grip.addEventListener('pointermove', move)
    grip.addEventListener('pointerup', end, { once: true })
  }

  return (
    <PopupCard label={t('table.columns')} anchor={anchor} align="end" onClose={onClose}>
      <FirstFocus />
      <SearchBox
        data-first-focus
        className={styles.search}
        aria-label={t('table.chooser.search')}
        placeholder={t('table.chooser.search')}
        dismiss={{ 'aria-label': t('table.quickFilterClear') }}
        value={wanted}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => setWanted(value)}
      />
      <ul ref={items} aria-label={t('table.columns')} className={styles.list}>
        {entries.map(({ id, header }) => {
          const at = shown.indexOf(id)
          const isShown = at >= 0
          return (
            <li
              key={id}
              data-shown={isShown ? id : undefined}
              className={mergeClasses(styles.row, dropAt === id && styles.drop)}
            >
              <span
                aria-hidden
                className={mergeClasses(styles.grip, !isShown && styles.noGrip)}
                onPointerDown={(event) => drag(event, id)}
              >
                <ReOrderDotsVertical16Regular />
              </span>
              <div className={styles.box}>
                <Checkbox
                  label={header}
                  checked={isShown}
                  disabled={isShown && shown.length === 1}
                  onChange={(_, { checked }) =>
                    set(
                      checked === true
                        ? [...places, { column: id }]
                        : places.filter(({ column }) => column !== id),
                    )
                  }
                />
              </div>
              {isShown && (
                <>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<ArrowUp16Regular />}
                    aria-label={t('table.chooser.up', { column: header })}
                    disabledFocusable={at === 0}
                    onClick={() => put(id, at - 1)}
                  />
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<ArrowDown16Regular />}
                    aria-label={t('table.chooser.down', { column: header })}
                    disabledFocusable={at === shown.length - 1}
                    onClick={() => put(id, at + 1)}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      {entries.length === 0 && <Text className={styles.hint}>{t('table.chooser.none')}</Text>}
      <div className={styles.foot}>
        <Text size={200} className={styles.hint}>
          {t('table.chooser.hint')}
        </Text>
        <Button size="small" onClick={() => list.update({ columns: null, frozen: 1 })}>
          {t('table.chooser.reset')}
        </Button>
      </div>
    </PopupCard>
  )
}
