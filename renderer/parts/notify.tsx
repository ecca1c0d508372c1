import { Toast, ToastBody, Toaster, ToastTitle, useToastController } from '@fluentui/react-components'
import { useCallback } from 'react'

const toasterId = 'notices'

/** A short word in the corner; it never takes the focus. */
export type Notice = {
  readonly title: string
  readonly body?: string
  readonly intent?: 'success' | 'info' | 'error'
}

/** Where notices appear; stands once in the frame. */
export function NoticeCorner() {
  return (
    <Toaster
      toasterId={toasterId}
      position="bottom-end"
      offset={{ horizontal: 16, vertical: 36 }}
      limit={3}
      pauseOnHover
    />
  )
}

/** Says something in the corner of the window. */
export function useNotify(): (notice: Notice) => void {
  const { dispatchToast } = useToastController(toasterId)
  return useCallback(
    ({ title, body, intent = 'success' }: Notice) => {
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {body !== undefined && <ToastBody>{body}</ToastBody>}
        </Toast>,
        {
          intent,
          timeout: intent === 'error' ? 10_000 : 4_000,
          politeness: intent === 'error' ? 'assertive' : 'polite',
        },
      )
    },
    [dispatchToast],
  )
}
