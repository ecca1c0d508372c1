import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { CloudBadge, SampleBadge } from '#renderer/parts/badges.tsx'
import { LinkBox } from '#renderer/parts/link-box.tsx'
import { LinkField } from '#renderer/parts/link-field.tsx'
import { useScope, type Account } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { LinkChoice } from './link-choice.tsx'
import { SenderChoice } from './sender-choice.tsx'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  choice: { display: 'inline-flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  add: { alignSelf: 'flex-start' },
  bar: { whiteSpace: 'normal', display: 'block', paddingBlock: tokens.spacingVerticalXS },
})

type AccountStepProps = { readonly view: DraftView; readonly onAddAccount: () => void }

/** Which partner account asks, and with which link; a missing link is pasted here. */
export function AccountStep({ view, onAddAccount }: AccountStepProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { accounts } = useScope()
  const { answer } = useUiActions()
  const { draft, account, link, isFixed } = view

  if (account === null) {
    return (
      <>
        <Text weight="semibold">{t('wizard.account.none')}</Text>
        <Text className={styles.quiet}>{t('wizard.account.noneHint')}</Text>
      </>
    )
  }
  const isChoice =
    !isFixed && (draft.kind === 'prospect' || (draft.kind === 'several' && view.batchAccountId === null))
  return (
    <>
      {isChoice ? (
        <>
          <RadioGroup
            aria-label={t('wizard.account.choose')}
            value={account.id}
            onChange={(_, { value }) =>
              answer({ accountId: value, linkId: null, chosenLink: null, chosenPurpose: 'reseller' })
            }
          >
            {accounts.map((each) => (
              <Radio key={each.id} value={each.id} label={<AccountName account={each} />} />
            ))}
          </RadioGroup>
          <Button size="small" className={styles.add} onClick={onAddAccount}>
            {t('wizard.account.add')}
          </Button>
        </>
      ) : (
        <div className={styles.card}>
          <Text weight="semibold" size={400}>
            <AccountName account={account} />
          </Text>
          <Text className={styles.quiet}>
            {t(isFixed ? 'wizard.account.fixed' : 'wizard.account.byCustomer')}
          </Text>
        </div>
      )}
      <ChecksPanel view={view} />
      {!isFixed && <LinkChoice view={view} accountId={account.id} />}
      {account.kind === 'indirect-reseller' && link !== null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.bar}>{t('wizard.account.provider')}</MessageBarBody>
        </MessageBar>
      )}
      {account.kind === 'indirect-provider' && <SenderChoice view={view} />}
      {link === null ? (
        <MissingLink account={account} linkText={draft.linkText} />
      ) : (
        <LinkBox link={link} account={account} />
      )}
    </>
  )
}

function AccountName({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <span className={styles.choice}>
      {account.companyName}
      <CloudBadge cloud={account.cloud} />
      {account.isSample && <SampleBadge />}
      <Text size={200} className={styles.quiet}>
        {t(`kinds.${account.kind}`)}
      </Text>
    </span>
  )
}

function MissingLink({ account, linkText }: { readonly account: Account; readonly linkText: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { moveDraft } = useUiActions()
  const isReseller = account.kind === 'indirect-reseller'
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.bar}>
          <MessageBarTitle>
            {t(isReseller ? 'wizard.account.linkMissingProvider' : 'wizard.account.linkMissing')}
          </MessageBarTitle>
          <br />
          {t(isReseller ? 'wizard.account.linkMissingProviderHint' : 'wizard.account.linkMissingHint')}
        </MessageBarBody>
      </MessageBar>
      <LinkField
        label={t(isReseller ? 'accounts.fields.providerLink' : 'accounts.fields.link')}
        hint={t('link.locked')}
        value={linkText}
        onChange={(value) => moveDraft({ linkText: value })}
        account={account}
        isOptional={false}
      />
    </>
  )
}
