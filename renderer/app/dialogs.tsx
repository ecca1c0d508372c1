import { lazy, Suspense, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
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

const AsOfDialog = lazy(async () => ({
  default: (await import('#renderer/portfolio/as-of-dialog.tsx')).AsOfDialog,
}))
const OwnDialogs = lazy(async () => ({
  default: (await import('#renderer/own/own-dialogs.tsx')).OwnDialogs,
}))

const PasteDialog = lazy(async () => ({
  default: (await import('#renderer/imports/paste-dialog.tsx')).PasteDialog,
}))
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }))

type Instant = {
  readonly PaletteOverlay: () => ReactNode
  readonly QuickLook: () => ReactNode
  readonly FocusKeeper: () => ReactNode
}

/**
 * What must answer to the key that asks for it, so that the next key finds it; fetched when the first screen has
 * been painted. React's own `lazy` would still wait a moment on first use.
 */
function useInstant(isWanted: boolean): Instant | null {
  const [instant, setInstant] = useState<Instant | null>(null)
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const [{ PaletteOverlay }, { QuickLook }, { FocusKeeper }] = await Promise.all([
        import('./palette-overlay.tsx'),
        import('#renderer/quick-look/quick-look.tsx'),
        import('./focus-keeper.tsx'),
      ])
      if (isCurrent) {
        setInstant({ PaletteOverlay, QuickLook, FocusKeeper })
      }
    }
    const timer = window.setTimeout(() => void load(), isWanted ? 0 : 200)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [isWanted])
  return instant
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
  const hasOwnDialog = useUi((state) => state.ownDialog !== null)
  const isQuickLookOpen = useUi((state) => state.isQuickLookOpen)
  const instant = useInstant(overlay === 'palette' || isQuickLookOpen)

  return (
    <Suspense fallback={null}>
      {instant !== null && <instant.FocusKeeper />}
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
              void preview(accountId, pending)
            }
          }}
        />
      )}
      {editor === null && pending !== null && <AccountQuestion />}
      {hasOwnDialog && <OwnDialogs />}
      {question !== null && <DraftQuestion question={question} />}
      {overlay === 'palette' && instant !== null && <instant.PaletteOverlay />}
      {overlay === 'as-of' && <AsOfDialog />}
      {overlay === 'shortcuts' && <ShortcutSheet />}
      {overlay === 'paste' && <PasteDialog />}
      {isQuickLookOpen && instant !== null && <instant.QuickLook />}
    </Suspense>
  )
}
