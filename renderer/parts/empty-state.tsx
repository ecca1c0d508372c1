import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '64px',
    height: '64px',
    marginBottom: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    '& svg': { width: '32px', height: '32px' },
  },
  title: { margin: 0, overflowWrap: 'anywhere' },
  hint: { maxWidth: '420px', color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  action: { marginTop: tokens.spacingVerticalM },
})

type EmptyStateProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly hint?: string
  /** The one button that says what to do next. */
  readonly action?: ReactNode
}

/** What a list says when it has nothing to show: why, and what to do next. */
export function EmptyState({ icon, title, hint, action }: EmptyStateProps) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <div className={styles.icon} aria-hidden>
        {icon}
      </div>
      <Text as="h2" size={400} weight="semibold" align="center" className={styles.title}>
        {title}
      </Text>
      {hint !== undefined && (
        <Text align="center" block className={styles.hint}>
          {hint}
        </Text>
      )}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
