import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { readOnce } from '#renderer/state/read-once.ts'
import type { BatchEntry, ChosenCustomer } from '#renderer/state/request-draft.ts'
import { CustomerPicker } from './customer-picker.tsx'
import { receiverOf } from './receiver.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  pasted: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    alignItems: 'flex-start',
  },
  wide: { width: '100%' },
})

const most = 500

/** Reads lines of "name, address"; tabs and semicolons part them too, as a spreadsheet's columns do. */
export function readPasted(text: string): {
  readonly entries: readonly BatchEntry[]
  readonly wrong: readonly string[]
} {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => {
    const parts = line.split(/[\t,;，；]/).map((part) => part.trim())
    const email = parts.find(isEmailAddress)
    const name = parts.find((part) => part !== '' && part !== email)
    return email === undefined || name === undefined ? line : { email, name: name.slice(0, 200) }
  })
  return {
    entries: read.flatMap((each) =>
      typeof each === 'string'
        ? []
        : [
            {
              key: `new ${each.email.toLowerCase()}`,
              customer: null,
              name: each.name,
              language: null,
              recipients: [each.email],
              message: null,
              requestId: null,
              savedAs: null,
            },
          ],
    ),
    wrong: read.filter((each): each is string => typeof each === 'string'),
  }
}

/** Several at once: customers of one account's portfolio, and somebody new by name and address. */
export function BatchStep({ view }: { readonly view: DraftView }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer } = useUiActions()
  const [pasted, setPasted] = useState('')
  const { several } = view.draft
  const { entries, wrong } = readPasted(pasted)
  const client = useClient()

  const add = (added: readonly BatchEntry[]) => {
    const fresh = added.filter((each, index) => added.findIndex(({ key }) => key === each.key) === index)
    answer({
      several: [...several, ...fresh.filter(({ key }) => !several.some((each) => each.key === key))].slice(
        0,
        most,
      ),
    })
  }
  // Who is chosen while another is looked up must not be lost.
  const addLatest = useRef(add)
  useEffect(() => {
    addLatest.current = add
  })
  const addCustomer = (customer: ChosenCustomer) => {
    void readOnce(client, 'customer.detail', { customerId: customer.id }).then((detail) => {
      const contact = receiverOf(detail)
      addLatest.current([
        {
          key: customer.id,
          customer,
          name: customer.name,
          language: contact?.language ?? null,
          recipients: contact === null ? [] : [contact.email],
          message: null,
          requestId: null,
          savedAs: null,
        },
      ])
    })
  }
  return (
    <>
      <CustomerPicker view={view} onChoose={addCustomer} accountId={view.batchAccountId} />
      <div className={styles.pasted}>
        <Field
          className={styles.wide}
          label={t('wizard.several.paste')}
          hint={t('wizard.several.pasteHint')}
          validationMessage={
            wrong.length === 0 ? null : t('wizard.several.wrong', { lines: wrong.slice(0, 3).join(' | ') })
          }
          validationState={wrong.length === 0 ? 'none' : 'warning'}
        >
          <Textarea
            value={pasted}
            rows={3}
            resize="vertical"
            spellCheck={false}
            onChange={(_, { value }) => setPasted(value)}
          />
        </Field>
        <Button
          size="small"
          disabled={entries.length === 0}
          onClick={() => {
            add(entries)
            setPasted(wrong.join('\n'))
          }}
        >
          {t('wizard.several.add', { count: entries.length })}
        </Button>
      </div>
      <BatchList
        entries={several}
        onRemove={(removed) => answer({ several: several.filter(({ key }) => key !== removed.key) })}
      />
    </>
  )
}

type BatchListProps = {
  readonly entries: readonly BatchEntry[]
  /** Absent once the ledger has them. */
  readonly onRemove?: (entry: BatchEntry) => void
}

/** Those that have been chosen for a batch. */
export function BatchList({ entries, onRemove }: BatchListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <section aria-label={t('wizard.several.chosen')}>
      <Text weight="semibold">{t('wizard.several.count', { count: entries.length })}</Text>
      <ul className={styles.list}>
        {entries.map((each) => (
          <li key={each.key} className={styles.row}>
            <span className={styles.name}>
              {each.name}{' '}
              <Text size={200} className={styles.quiet}>
                {each.customer?.domain ?? each.recipients.join('; ')}
              </Text>
            </span>
            {onRemove !== undefined && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={`${t('wizard.several.remove')}: ${each.name}`}
                onClick={() => onRemove(each)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
