import {
  Button,
  makeStyles,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  tokens,
  useToastController,
} from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { shownKeys } from '#shared/actions.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { Notice } from '#renderer/state/ui-state.ts'
import { useUndo } from '#renderer/state/use-undo.ts'
import { isMac, KeyCaps } from './key-caps.tsx'
import { Private } from './private.tsx'

const toasterId = 'notices'
const undoTime = 10_000

const useStyles = makeStyles({
  body: { overflowWrap: 'anywhere' },
  foot: { display: 'flex', alignItems: 'center', marginTop: tokens.spacingVerticalXS },
})

/** Shows waiting notices as toasts; they never take the focus. */
export function Toasts() {
  const notices = useUi((state) => state.notices)
  const { takeNotices } = useUiActions()
  const { dispatchToast, dismissToast, dismissAllToasts } = useToastController(toasterId)
  const { i18n } = useTranslation()
  const isSafe = useUi((state) => state.safe.isOn)
  /** There is one last change, so there is one notice that offers to take it back: the newest of these. */
  const changes = useRef(0)

  // A notice is words once said: it goes with its language, and with the screen on which it could name anybody.
  const voice = `${i18n.language} ${isSafe}`
  const spoken = useRef(voice)
  useEffect(() => {
    if (spoken.current !== voice) {
      spoken.current = voice
      dismissAllToasts()
    }
  }, [voice, dismissAllToasts])

  useEffect(() => {
    if (notices.length === 0) {
      return
    }
    // The toaster itself must be on the page before it hears of anything.
    const timer = window.setTimeout(() => {
      for (const notice of takeNotices()) {
        const { intent = 'success' } = notice
        const isChange = notice.canUndo === true || notice.canRedo === true
        if (isChange) {
          dismissToast(`change-${changes.current}`)
          // One that is still leaving would swallow another of its own name.
          changes.current += 1
        }
        const toastId = `change-${changes.current}`
        dispatchToast(<NoticeToast notice={notice} onDone={() => dismissToast(toastId)} />, {
          intent,
          ...(isChange ? { toastId } : {}),
          timeout: isChange || intent === 'error' ? undoTime : 4_000,
          politeness: intent === 'error' ? 'assertive' : 'polite',
          // Fluent's would hold the Tab key fast; what a toast offers, its keys do from anywhere.
          root: { tabIndex: -1 },
        })
      }
    })
    return () => window.clearTimeout(timer)
  }, [notices, takeNotices, dispatchToast, dismissToast])

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

function NoticeToast({ notice, onDone }: { readonly notice: Notice; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { undo, redo } = useUndo()
  const { title, subject, body, canUndo, canRedo } = notice
  return (
    <Toast>
      <ToastTitle>{title}</ToastTitle>
      {(subject !== undefined || body !== undefined) && (
        <ToastBody className={styles.body}>
          {subject !== undefined && (
            <div>
              <Private customerId={subject.customerId}>{subject.text}</Private>
            </div>
          )}
          {canUndo === true || canRedo === true ? <Private customerId={null}>{body}</Private> : body}
        </ToastBody>
      )}
      {(canUndo === true || canRedo === true) && (
        <ToastFooter className={styles.foot}>
          <Button
            size="small"
            tabIndex={-1}
            onClick={() => {
              onDone()
              ;(canUndo === true ? undo : redo)()
            }}
          >
            {t(canUndo === true ? 'desk.undo.undo' : 'desk.undo.redo')}
          </Button>
          <KeyCaps keys={shownKeys(canUndo === true ? 'undo' : 'redo', isMac)} />
        </ToastFooter>
      )}
    </Toast>
  )
}
