import { makeStyles, tokens } from '@fluentui/react-components'
import { capsOf, shownKeys, type ActionId } from '#shared/actions.ts'

const useStyles = makeStyles({
  root: { display: 'inline-flex', gap: tokens.spacingHorizontalXXS, flexShrink: 0 },
  cap: {
    minWidth: '20px',
    height: '20px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    textAlign: 'center',
    whiteSpace: 'nowrap',
  },
})

/** Says whether the keyboard is a Mac's, where Cmd stands for Ctrl. */
export const isMac = navigator.platform.startsWith('Mac')

/** A name with the keys of its action behind it, for a tooltip. */
export function withKeys(name: string, id: ActionId): string {
  const keys = shownKeys(id, isMac)
  return keys === null ? name : `${name} (${capsOf(keys, isMac).join(isMac ? '' : '+')})`
}

/** The keys of an action as caps. */
export function KeyCaps({ keys }: { readonly keys: string | null }) {
  const styles = useStyles()
  return keys === null ? null : (
    <span className={styles.root}>
      {capsOf(keys, isMac).map((cap, index) => (
        <kbd key={`${cap}-${index}`} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
