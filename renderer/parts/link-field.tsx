import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { AccountKind, Cloud } from '#shared/domain/cloud.ts'
import { linkProblem } from '#shared/domain/link.ts'
import { pastedLink } from '#shared/domain/pasted-link.ts'
import { LinkFacts } from './link-box.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  input: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
})

type LinkFieldProps = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly account: { readonly cloud: Cloud; readonly kind: AccountKind; readonly tenantId: string | null }
  /** Says so when the field may stay empty. */
  readonly isOptional: boolean
  /** A refusal main gave. */
  readonly problem?: string | undefined
}

/** Where an invitation link is pasted, alone or as the API answers with it: space around it is trimmed away, everything else is kept byte for byte. */
export function LinkField({ label, hint, value, onChange, account, isOptional, problem }: LinkFieldProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const found = linkProblem(value)
  const isSilent = found === null || (found === 'empty' && (isOptional || value === ''))
  const message = problem ?? (isSilent ? undefined : t(`link.problems.${found}`))
  return (
    <div className={styles.root}>
      <Field
        label={label}
        hint={hint}
        validationMessage={message ?? null}
        validationState={message === undefined ? 'none' : 'error'}
      >
        <Textarea
          value={value}
          onChange={(_, { value: typed }) => onChange(pastedLink(typed))}
          rows={3}
          resize="vertical"
          spellCheck={false}
          autoComplete="off"
          textarea={{ className: styles.input }}
        />
      </Field>
      {found === null && <LinkFacts link={value} account={account} />}
    </div>
  )
}
