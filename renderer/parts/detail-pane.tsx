import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { FullScreenMaximizeRegular } from '@fluentui/react-icons/svg/full-screen-maximize'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: { flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  /** The tabs below bring the line. */
  headOfTabs: { paddingBottom: tokens.spacingVerticalXS, borderBottomStyle: 'none' },
  words: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    '@media (max-width: 639px)': { flexBasis: 'calc(100% - 88px)' },
  },
  title: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    userSelect: 'text',
  },
  below: { width: '100%', paddingTop: tokens.spacingVerticalXS },
})

/** What a record's buttons are called, and what they do; a page leads back to its list, a pane opens or closes. */
export type DetailFrame = {
  readonly isFullPage: boolean
  readonly onOpen: () => void
  readonly onBack: () => void
  readonly onClose: () => void
}

type DetailPaneProps = DetailFrame & {
  readonly labels: { readonly open: string; readonly back: string; readonly close: string }
  /** The record's name; nothing while it loads. */
  readonly title?: ReactNode
  /** What stands in one line below the name: badges, a domain, a state. */
  readonly facts?: ReactNode
  /** The one thing most people come to do; beside the name on a page, below it in a pane. */
  readonly action?: ReactNode
  /** Says that tabs follow the head at once. */
  readonly hasTabs?: boolean
  readonly children?: ReactNode
}

/** One record beside its list or on a page of its own: its name, its facts, its buttons, and what the caller knows. */
export function DetailPane({
  isFullPage,
  labels,
  title,
  facts,
  action,
  hasTabs,
  children,
  ...on
}: DetailPaneProps) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.head, hasTabs === true && styles.headOfTabs)}>
        {isFullPage && (
          <Tooltip content={labels.back} relationship="label">
            <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={on.onBack} />
          </Tooltip>
        )}
        <div className={styles.words}>
          <Text
            as={isFullPage ? 'h1' : 'h2'}
            size={isFullPage ? 500 : 400}
            weight="semibold"
            className={styles.title}
          >
            {title}
          </Text>
          <div className={styles.facts}>
            {facts}
            {!isFullPage && action !== undefined && <span className={styles.below}>{action}</span>}
          </div>
        </div>
        {isFullPage && action}
        {!isFullPage && (
          <>
            <Tooltip content={labels.open} relationship="label">
              <Button appearance="subtle" icon={<FullScreenMaximizeRegular />} onClick={on.onOpen} />
            </Tooltip>
            <Tooltip content={labels.close} relationship="label">
              <Button appearance="subtle" icon={<DismissRegular />} onClick={on.onClose} />
            </Tooltip>
          </>
        )}
      </div>
      {children}
    </div>
  )
}
