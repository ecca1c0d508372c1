import { Button, Image, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import type { Account } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  picture: {
    alignSelf: 'flex-start',
    maxWidth: '240px',
    maxHeight: '48px',
    // The paper it goes on is white in every theme.
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralForegroundStaticInverted,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** An account's logo as its papers show it. */
export function AccountLogo({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { value: logo } = useView('account.logo', { accountId: account.id })
  return logo === undefined || logo === null ? null : (
    <Image
      className={styles.picture}
      src={`data:${logo.mime};base64,${logo.content}`}
      alt={t('accounts.logo.of', { name: account.companyName })}
      fit="contain"
    />
  )
}

/** Chooses the picture that stands on an account's papers, or takes it off them. */
export function LogoButtons({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const { value: logo } = useView('account.logo', { accountId: account.id })
  const set = useCommand('account.setLogo')
  const remove = useCommand('account.removeLogo')
  const choose = async () => {
    if ((await set.run({ accountId: account.id })).ok) {
      notify({ title: t('accounts.logo.saved'), intent: 'success', canUndo: true })
    }
  }
  const takeOff = async () => {
    if ((await remove.run({ accountId: account.id })).ok) {
      notify({ title: t('accounts.logo.removed'), canUndo: true })
    }
  }
  const error = set.error?.code === 'CANCELLED' ? remove.error : (set.error ?? remove.error)
  return (
    <>
      <Button disabled={set.pending} onClick={() => void choose()}>
        {t(logo === undefined || logo === null ? 'accounts.logo.set' : 'accounts.logo.replace')}
      </Button>
      {logo !== undefined && logo !== null && (
        <Button appearance="subtle" disabled={remove.pending} onClick={() => void takeOff()}>
          {t('accounts.logo.remove')}
        </Button>
      )}
      {error !== null && <Problem error={error} />}
    </>
  )
}
