import { Button } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { linkProblem } from '#shared/domain/link.ts'
import { Problem } from '#renderer/parts/problem.tsx'
import type { Account } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

type SaveLinkButtonProps = { readonly account: Account; readonly link: string }

/** Keeps a pasted link with its account, so that every later request has it. */
export function SaveLinkButton({ account, link }: SaveLinkButtonProps) {
  const { t } = useTranslation()
  const { moveDraft } = useUiActions()
  const update = useCommand('account.update')
  return (
    <>
      {update.error !== null && <Problem error={update.error} />}
      <Button
        appearance="primary"
        disabled={linkProblem(link) !== null || update.pending}
        onClick={async () => {
          if ((await update.run({ accountId: account.id, link })).ok) {
            moveDraft({ linkText: '' })
          }
        }}
      >
        {t('wizard.account.saveLink')}
      </Button>
    </>
  )
}
