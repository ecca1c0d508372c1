import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { RequestDraft } from '#renderer/state/request-draft.ts'

/** Asks before a new request takes the place of one whose words are in no ledger yet. */
export function DraftQuestion({ question }: { readonly question: Partial<RequestDraft> }) {
  const { t } = useTranslation()
  const { set, go, startRequest } = useUiActions()
  const draft = useUi((state) => state.draft)
  const isHidden = useIsHidden()(draft?.customer?.id ?? null)
  const name = isHidden ? '' : (draft?.customer?.name ?? draft?.prospectName ?? '')
  const close = () => set('draftQuestion', null)
  return (
    <Dialog open surfaceMotion={null} modalType="alert" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{t('wizard.resume.title')}</DialogTitle>
          <DialogContent>
            {name === '' ? t('wizard.resume.textNameless') : t('wizard.resume.text', { name })}
          </DialogContent>
          <DialogActions>
            <Button
              onClick={() => {
                close()
                startRequest(question)
              }}
            >
              {t('wizard.resume.restart')}
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                close()
                go({ screen: 'wizard' })
              }}
            >
              {t('wizard.resume.continue')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
