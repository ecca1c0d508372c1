import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useImportFlow } from '#renderer/imports/import-flow.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'

const AccountEditor = lazy(async () => ({
  default: (await import('#renderer/accounts/account-editor.tsx')).AccountEditor,
}))
const AccountQuestion = lazy(async () => ({
  default: (await import('#renderer/imports/account-question.tsx')).AccountQuestion,
}))

const DraftQuestion = lazy(async () => ({
  default: (await import('#renderer/wizard/draft-question.tsx')).DraftQuestion,
}))

const loadPalette = async () => import('./palette-overlay.tsx')
const PaletteOverlay = lazy(async () => ({ default: (await loadPalette()).PaletteOverlay }))
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))
const loadQuickLook = async () => import('#renderer/quick-look/quick-look.tsx')
const QuickLook = lazy(async () => ({ default: (await loadQuickLook()).QuickLook }))

/** What must answer at once when it is asked for; fetched when the first screen has been painted. */
function usePreloaded(): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void Promise.all([loadPalette(), loadQuickLook()]), 300)
    return () => window.clearTimeout(timer)
  }, [])
}

/** The dialogs that can stand over any screen. */
export function Dialogs() {
  const { t } = useTranslation()
  const notify = useNotify()
  const editor = useUi((state) => state.accountEditor)
  const pending = useUi((state) => state.pendingImport)
  const question = useUi((state) => state.draftQuestion)
  const { set, answer } = useUiActions()
  const isAnswering = useUi((state) => state.route.screen === 'wizard' && state.draft?.requestId === null)
  const { preview } = useImportFlow()
  const overlay = useUi((state) => state.overlay)
  const isQuickLookOpen = useUi((state) => state.isQuickLookOpen)
  usePreloaded()

  return (
    <Suspense fallback={null}>
      {editor !== null && (
        <AccountEditor
          key={editor.accountId ?? ''}
          accountId={editor.accountId}
          isForImport={pending !== null}
          onClose={() => {
            set('accountEditor', null)
            set('pendingImport', null)
          }}
          onSaved={(accountId, isNew) => {
            set('accountEditor', null)
            notify({ title: t(isNew ? 'accounts.created' : 'accounts.updated') })
            if (isNew && isAnswering) {
              answer({ accountId })
            }
            if (pending !== null) {
              void preview(accountId, pending.file)
            }
          }}
        />
      )}
      {editor === null && pending !== null && <AccountQuestion />}
      {question !== null && <DraftQuestion question={question} />}
      {overlay === 'palette' && <PaletteOverlay />}
      {overlay === 'shortcuts' && <ShortcutSheet />}
      {isQuickLookOpen && <QuickLook />}
    </Suspense>
  )
}
