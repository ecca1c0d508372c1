import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    // Where there is no room for both, the buttons stand below the title.
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    flexShrink: 0,
  },
  words: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
    flex: '1 1 240px',
    minWidth: 0,
  },
  title: { margin: 0, flexShrink: 0, maxWidth: '100%' },
  note: {
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})

type PageHeaderProps = {
  readonly title: string
  /** A count or a short word beside the title; announced when it changes. */
  readonly note?: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}

/** The head of a screen: its title, a note, and its buttons with the primary one last. */
export function PageHeader({ title, note, lead, children }: PageHeaderProps) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      {lead}
      <div className={styles.words}>
        <Text as="h1" size={500} weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Text className={styles.note} role="status" title={note}>
          {note}
        </Text>
      </div>
      {children}
    </div>
  )
}
