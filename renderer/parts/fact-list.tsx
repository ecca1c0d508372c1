import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  small: {
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
})

type FactListProps = {
  readonly size?: 'small' | 'medium'
  /** Facts. */
  readonly children: ReactNode
}

/** Facts under one another, their names in one column and what they are in the next; to be read and copied. */
export function FactList({ size = 'medium', children }: FactListProps) {
  const styles = useStyles()
  return <dl className={mergeClasses(styles.root, size === 'small' && styles.small)}>{children}</dl>
}

/** One line of a list of facts. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  )
}
