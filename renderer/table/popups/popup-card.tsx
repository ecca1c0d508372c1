import { makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { focusAnchor } from './popup.ts'

const useStyles = makeStyles({
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '296px',
    maxWidth: 'calc(100vw - 32px)',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
  },
})

type PopupCardProps = {
  readonly label: string
  /** What it hangs on, and where the focus goes when it closes. */
  readonly anchor: HTMLElement
  readonly align?: 'start' | 'end'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A small form that hangs below a control, keeps the focus while it is open and hands it back. */
export function PopupCard({ label, anchor, align = 'start', onClose, children }: PopupCardProps) {
  const styles = useStyles()
  return (
    <Popover
      open
      trapFocus
      positioning={{ target: anchor, position: 'below', align, autoSize: 'height' }}
      onOpenChange={(_, { open }) => {
        if (!open) {
          onClose()
          focusAnchor(anchor)
        }
      }}
    >
      <PopoverSurface aria-label={label} className={styles.surface}>
        {children}
      </PopoverSurface>
    </Popover>
  )
}
