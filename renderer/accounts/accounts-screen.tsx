import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { BuildingPeopleRegular } from '@fluentui/react-icons/svg/building-people'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useTranslation } from 'react-i18next'
import { CloudBadge, SampleBadge } from '#renderer/parts/badges.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { Fact, FactList } from '#renderer/parts/fact-list.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { LinkBox } from '#renderer/parts/link-box.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope, type Account } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { AccountLogo, LogoButtons } from './account-logo.tsx'

const useStyles = makeStyles({
  list: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    listStyleType: 'none',
  },
  card: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  about: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  name: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
})

type AccountsScreenProps = { readonly onAdd: () => void; readonly onEdit: (accountId: string) => void }

/** The partner accounts, each with its cloud, its invitation link and its sender. */
export function AccountsScreen({ onAdd, onEdit }: AccountsScreenProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { accounts } = useScope()
  const add = (
    <Button appearance="primary" icon={<AddRegular />} onClick={onAdd}>
      {t('accounts.add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('accounts.title')}>{accounts.length > 0 && add}</PageHeader>
      {accounts.length === 0 ? (
        <EmptyState
          icon={<BuildingPeopleRegular />}
          title={t('accounts.empty')}
          hint={t('accounts.emptyHint')}
          action={add}
        />
      ) : (
        <ul className={styles.list} aria-label={t('accounts.list')}>
          {accounts.map((account) => (
            <AccountCard key={account.id} account={account} onEdit={onEdit} />
          ))}
        </ul>
      )}
    </>
  )
}

type AccountCardProps = { readonly account: Account; readonly onEdit: (accountId: string) => void }

function AccountCard({ account, onEdit }: AccountCardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const notify = useNotify()
  const remove = useCommand('account.remove')
  const sender = [account.senderName, account.senderEmail, account.senderPhone]
    .filter((part) => part !== '')
    .join(', ')
  const facts: readonly (readonly [string, string])[] = [
    [t('accounts.fields.kind'), t(`kinds.${account.kind}`)],
    [t('accounts.fields.partnerId'), account.partnerId ?? t('common.unknown')],
    [t('accounts.fields.tenantId'), account.tenantId ?? t('common.unknown')],
    [t('accounts.fields.userRole'), t(`roles.${account.userRole}`)],
    [t('accounts.sections.sender'), sender === '' ? t('common.unknown') : sender],
    [t('accounts.customers'), format.number(account.customerCount)],
  ]

  const drop = async () => {
    if ((await remove.run({ accountId: account.id })).ok) {
      notify({ title: t('accounts.removed'), body: account.companyName, canUndo: true })
    }
  }

  return (
    <li className={styles.card}>
      <div className={styles.about}>
        <AccountLogo account={account} />
        <div className={styles.head}>
          <Text as="h2" size={400} weight="semibold" className={styles.name}>
            {account.companyName}
          </Text>
          <CloudBadge cloud={account.cloud} />
          {account.isSample && <SampleBadge />}
        </div>
        <FactList>
          {facts.map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
        </FactList>
        <div className={styles.buttons}>
          <Button
            icon={<EditRegular />}
            aria-label={t('accounts.editNamed', { name: account.companyName })}
            onClick={() => onEdit(account.id)}
          >
            {t('accounts.edit')}
          </Button>
          <LogoButtons account={account} />
          {account.customerCount === 0 && !account.isSample && (
            <Button appearance="subtle" icon={<DeleteRegular />} onClick={() => void drop()}>
              {t('accounts.remove')}
            </Button>
          )}
        </div>
      </div>
      {account.link === null ? (
        <Text className={styles.quiet}>{t('accounts.linkMissing')}</Text>
      ) : (
        <LinkBox
          link={account.link.link}
          account={account}
          hint={t('accounts.linkSince', { date: format.date(account.link.addedAt) })}
        />
      )}
      {remove.error !== null && <Problem error={remove.error} />}
    </li>
  )
}
