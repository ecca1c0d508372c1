import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { accountKinds, clouds, userRoles } from '#shared/domain/cloud.ts'
import { linkProblem } from '#shared/domain/link.ts'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { LinkField } from '#renderer/parts/link-field.tsx'
import type { AccountForm, AccountProblem } from './account-form.ts'

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    border: 'none',
    margin: 0,
    padding: 0,
  },
  legend: { padding: 0, color: tokens.colorNeutralForeground2 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
})

type AccountFieldsProps = {
  readonly form: AccountForm
  readonly problems: readonly AccountProblem[]
  readonly onChange: (change: Partial<AccountForm>) => void
}

type TextFieldName =
  'companyName' | 'tenantId' | 'partnerId' | 'market' | 'senderName' | 'senderEmail' | 'senderPhone'

/** The fields of a partner account, each with its hint and, where it cannot be taken, the reason. */
export function AccountFields({ form, problems, onChange }: AccountFieldsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const isReseller = form.kind === 'indirect-reseller'

  const textField = (name: TextFieldName, hint?: string) => {
    const isMissing = name === 'companyName' && problems.includes('required')
    const problem = isMissing
      ? t('accounts.problems.required')
      : problems.includes(name)
        ? t(`accounts.problems.${name}`)
        : undefined
    return (
      <Field
        label={t(`accounts.fields.${name}`)}
        required={name === 'companyName'}
        {...(hint === undefined ? {} : { hint })}
        {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
      >
        <Input
          value={form[name]}
          onChange={(_, { value }) => onChange({ [name]: value })}
          type={name === 'senderEmail' ? 'email' : name === 'senderPhone' ? 'tel' : 'text'}
          spellCheck={false}
          autoComplete="off"
        />
      </Field>
    )
  }

  const found = linkProblem(form.link)
  return (
    <>
      <fieldset className={styles.section}>
        <Text as="span" weight="semibold" className={styles.legend}>
          {t('accounts.sections.company')}
        </Text>
        <div className={styles.grid}>
          <div className={styles.wide}>{textField('companyName', t('accounts.hints.companyName'))}</div>
          <Field label={t('accounts.fields.cloud')}>
            <RadioGroup
              value={form.cloud}
              onChange={(_, { value }) => onChange({ cloud: value as AccountForm['cloud'] })}
            >
              {clouds.map((cloud) => (
                <Radio key={cloud} value={cloud} label={<CloudBadge cloud={cloud} />} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t('accounts.fields.kind')}>
            <RadioGroup
              value={form.kind}
              onChange={(_, { value }) => onChange({ kind: value as AccountForm['kind'] })}
            >
              {accountKinds.map((kind) => (
                <Radio key={kind} value={kind} label={t(`kinds.${kind}`)} />
              ))}
            </RadioGroup>
          </Field>
          {textField('partnerId', t('accounts.hints.partnerId'))}
          {textField('tenantId', t('accounts.hints.tenantId'))}
          <Field label={t('accounts.fields.userRole')} hint={t('accounts.hints.userRole')}>
            <Select
              value={form.userRole}
              onChange={(_, { value }) => onChange({ userRole: value as AccountForm['userRole'] })}
            >
              {userRoles.map((role) => (
                <option key={role} value={role}>
                  {t(`roles.${role}`)}
                </option>
              ))}
            </Select>
          </Field>
          {textField('market', t('accounts.hints.market'))}
          <Checkbox
            label={t('accounts.fields.isDelinquent')}
            checked={form.isDelinquent}
            onChange={(_, { checked }) => onChange({ isDelinquent: checked === true })}
          />
        </div>
      </fieldset>
      <fieldset className={styles.section}>
        <Text as="span" weight="semibold" className={styles.legend}>
          {t('accounts.sections.link')}
        </Text>
        <LinkField
          label={t(isReseller ? 'accounts.fields.providerLink' : 'accounts.fields.link')}
          hint={t(isReseller ? 'accounts.hints.providerLink' : 'accounts.hints.link')}
          value={form.link}
          onChange={(link) => onChange({ link })}
          account={{
            cloud: form.cloud,
            kind: form.kind,
            tenantId: form.tenantId === '' ? null : form.tenantId,
          }}
          isOptional
          problem={problems.includes('link') && found === null ? t('accounts.problems.link') : undefined}
        />
      </fieldset>
      <fieldset className={styles.section}>
        <Text as="span" weight="semibold" className={styles.legend}>
          {t('accounts.sections.sender')}
        </Text>
        <div className={styles.grid}>
          {textField('senderName', t('accounts.hints.sender'))}
          {textField('senderEmail')}
          {textField('senderPhone')}
        </div>
      </fieldset>
    </>
  )
}
