import { Dialog, DialogBody, DialogSurface } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type FormDialogProps = {
  readonly className?: string
  readonly onClose: () => void
  /** Enter in a field, or the form's own button. */
  readonly onSubmit: () => void
  /** The title, the content and the actions of a Fluent dialog. */
  readonly children: ReactNode
}

/** A form over the screen: Esc gives it up, a click beside it must not throw away what was typed. */
export function FormDialog({ className, onClose, onSubmit, children }: FormDialogProps) {
  return (
    <Dialog open surfaceMotion={null} onOpenChange={(_, { type }) => type === 'escapeKeyDown' && onClose()}>
      <DialogSurface backdropMotion={null} {...(className === undefined ? {} : { className })}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          <DialogBody>{children}</DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
