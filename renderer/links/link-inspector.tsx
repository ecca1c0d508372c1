import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dropdown,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Option,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pastedLink } from '#shared/domain/pasted-link.ts'
import { linkFindings } from '#shared/domain/link-inspection.ts'
import { linkPurposes } from '#shared/domain/link-kind.ts'
import type { LinkPurpose } from '#shared/domain/link-kind.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { Fact, FactList } from '#renderer/parts/fact-list.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  dropdown: { minWidth: 0, width: '100%' },
  value: { margin: 0, overflowWrap: 'anywhere' },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, '& svg': { flexShrink: 0, marginTop: '2px' } },
  danger: { color: tokens.colorStatusDangerForeground2 },
  warning: { color: tokens.colorStatusWarningForeground2 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  keep: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Row = ViewValue<'link.list'>['rows'][number]

type LinkInspectorProps = {
  /** A link of the library; `null` to paste any other. */
  readonly row: Row | null
  readonly onClose: () => void
}

/** Reads a link over: what it asks for, whose it is, and what is wrong with it; keeps it where the user says so. */
export function LinkInspector({ row, onClose }: LinkInspectorProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { accounts, account: shown } = useScope()
  const [pasted, setPasted] = useState('')
  const [chosen, setChosen] = useState(row?.accountId ?? shown?.id ?? accounts[0]?.id ?? null)
  const [purpose, setPurpose] = useState<LinkPurpose>('reseller')
  const [label, setLabel] = useState('')
  const add = useCommand('link.add')
  const link = row?.link ?? pasted
  const account = accounts.find(({ id }) => id === chosen)
  const { value } = useView('link.inspection', { link, ...(chosen === null ? {} : { accountId: chosen }) })

  const keep = async () => {
    if (chosen !== null && (await add.run({ accountId: chosen, link, purpose, label })).ok) {
      notify({ title: t('inspector.kept'), canUndo: true })
      onClose()
    }
  }
  return (
    <Dialog open surfaceMotion={null} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{row === null ? t('inspector.title') : row.accountName}</DialogTitle>
          <DialogContent className={styles.form}>
            {row === null ? (
              <>
                <Field label={t('inspector.account')}>
                  <Dropdown
                    className={styles.dropdown}
                    value={account?.companyName ?? ''}
                    selectedOptions={chosen === null ? [] : [chosen]}
                    onOptionSelect={(_, { optionValue }) => setChosen(optionValue ?? null)}
                  >
                    {accounts.map((each) => (
                      <Option key={each.id} value={each.id}>
                        {each.companyName}
                      </Option>
                    ))}
                  </Dropdown>
                </Field>
                <Field label={t('inspector.paste')} hint={t('inspector.hint')}>
                  <Textarea
                    value={pasted}
                    rows={3}
                    autoFocus
                    spellCheck={false}
                    textarea={{ className: styles.mono }}
                    onChange={(_, { value: typed }) => setPasted(pastedLink(typed).slice(0, 4_096))}
                  />
                </Field>
              </>
            ) : (
              <Text className={mergeClasses(styles.mono, styles.value)}>{row.link}</Text>
            )}
            {value !== undefined && link !== '' && <Findings inspection={value} />}
            {row === null && value?.isLink === true && value.linkId === null && (
              <div className={styles.keep}>
                <Field label={t('inspector.purpose')}>
                  <Dropdown
                    className={styles.dropdown}
                    value={t(`links.purposes.${purpose}`)}
                    selectedOptions={[purpose]}
                    onOptionSelect={(_, { optionValue }) => setPurpose(optionValue as LinkPurpose)}
                  >
                    {linkPurposes.map((each) => (
                      <Option key={each} value={each}>
                        {t(`links.purposes.${each}`)}
                      </Option>
                    ))}
                  </Dropdown>
                </Field>
                <Field label={t('inspector.label')}>
                  <Input value={label} maxLength={120} onChange={(_, { value: typed }) => setLabel(typed)} />
                </Field>
              </div>
            )}
            {add.error !== null && <Problem error={add.error} />}
            {row !== null && <LinkActions row={row} onDone={onClose} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('inspector.close')}</Button>
            {row === null && (
              <Button
                appearance="primary"
                disabled={value?.isLink !== true || value.linkId !== null || chosen === null || add.pending}
                onClick={() => void keep()}
              >
                {t('inspector.keep')}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Findings({ inspection }: { readonly inspection: ViewValue<'link.inspection'> }) {
  const { t } = useTranslation()
  const styles = useStyles()
  if (!inspection.isLink) {
    return (
      <Text className={mergeClasses(styles.line, styles.danger)}>
        <ErrorCircle16Regular aria-hidden />
        {t(`link.problems.${inspection.problem}`)}
      </Text>
    )
  }
  const { includesDelegatedPrivileges: dap, findings } = inspection
  const facts = [
    [t('inspector.kind'), t(`inspector.kinds.${inspection.kind}`)],
    [t('link.host'), inspection.host],
    [t('link.partner'), inspection.partnerTenantId ?? t('link.noPartner')],
    [
      t('inspector.dap'),
      t(dap === null ? 'inspector.dapUnsaid' : dap ? 'inspector.dapYes' : 'inspector.dapNo'),
    ],
    [t('links.columns.requestCount'), t('inspector.usedIn', { count: inspection.usedIn })],
  ] as const
  return (
    <>
      <FactList>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </FactList>
      <ul className={styles.list}>
        {findings.length === 0 && (
          <li className={mergeClasses(styles.line, styles.fine)}>
            <CheckmarkCircle16Regular aria-hidden />
            {t('inspector.fine')}
          </li>
        )}
        {findings.map((finding) => {
          const isDanger = linkFindings[finding] === 'danger'
          return (
            <li
              key={finding}
              className={mergeClasses(styles.line, isDanger ? styles.danger : styles.warning)}
            >
              {isDanger ? <ErrorCircle16Regular aria-hidden /> : <Warning16Regular aria-hidden />}
              {t(`inspector.findings.${finding}`)}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function LinkActions({ row, onDone }: { readonly row: Row; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const use = useCommand('link.use')
  const check = useCommand('link.check')
  const retire = useCommand('link.retire')
  const error = use.error ?? check.error ?? retire.error
  const linkId = row.id
  return (
    <>
      <div className={styles.buttons}>
        {row.isCurrent !== 'yes' && (
          <Button
            onClick={async () => {
              if ((await use.run({ linkId })).ok) {
                notify({ title: t('inspector.inUse'), canUndo: true })
                onDone()
              }
            }}
          >
            {t('inspector.use')}
          </Button>
        )}
        <Button
          onClick={async () => {
            if ((await check.run({ linkId })).ok) {
              notify({ title: t('inspector.checked'), canUndo: true })
              onDone()
            }
          }}
        >
          {t('inspector.checkNow')}
        </Button>
        {row.isCurrent !== 'no' && (
          <Button
            onClick={async () => {
              if ((await retire.run({ linkId })).ok) {
                notify({ title: t('inspector.retired'), canUndo: true })
                onDone()
              }
            }}
          >
            {t('inspector.retire')}
          </Button>
        )}
      </div>
      {error !== null && <Problem error={error} />}
    </>
  )
}
