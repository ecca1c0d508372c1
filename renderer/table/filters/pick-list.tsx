import { makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '#renderer/table/rows/first-focus.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  search: { maxWidth: 'none' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '280px',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  entry: {
    width: '100%',
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  none: { color: tokens.colorNeutralForeground3, padding: tokens.spacingHorizontalS },
})

type PickListProps = {
  readonly label: string
  readonly findLabel: string
  readonly none: string
  readonly entries: readonly { readonly key: string; readonly label: string }[]
  readonly onPick: (key: string) => void
}

/** A short list to pick one entry from, with a box that finds it; Up and Down go through it. */
export function PickList({ label, findLabel, none, entries, onPick }: PickListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState('')
  const folded = wanted.trim().toLowerCase()
  const shown = entries.filter((entry) => entry.label.toLowerCase().includes(folded))
  return (
    <div
      ref={root}
      className={styles.root}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (step !== undefined) {
          event.preventDefault()
          const stops = [...(root.current?.querySelectorAll<HTMLElement>('input, li button') ?? [])]
          const at = stops.indexOf(event.target as HTMLElement)
          stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus()
        }
      }}
    >
      <FirstFocus />
      <SearchBox
        data-first-focus
        className={styles.search}
        aria-label={findLabel}
        placeholder={findLabel}
        dismiss={{ 'aria-label': t('table.quickFilterClear') }}
        value={wanted}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => setWanted(value)}
        onKeyDown={(event) => {
          const [first] = shown
          if (event.key === 'Enter' && first !== undefined && !event.nativeEvent.isComposing) {
            event.preventDefault()
            onPick(first.key)
          }
        }}
      />
      <ul aria-label={label} className={styles.list}>
        {shown.map((entry) => (
          <li key={entry.key}>
            <button type="button" className={styles.entry} onClick={() => onPick(entry.key)}>
              {entry.label}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <Text className={styles.none}>{none}</Text>}
    </div>
  )
}
