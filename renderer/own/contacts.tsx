import { Badge, Button, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAsOf } from '#renderer/state/as-of.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { ContactDialog, type Contact } from './contact-dialog.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  title: { margin: 0, flex: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  contact: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalSNudge,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
})

/** The people at a customer, the one who receives its requests first. */
export function Contacts({ customer }: { readonly customer: ViewValue<'customer.detail'> }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const remove = useCommand('contact.remove')
  /** The contact being changed; `new` for one to be added. */
  const [edited, edit] = useState<Contact | 'new' | null>(null)
  const { contacts, id } = customer
  const isToday = useAsOf() === null
  const drop = async (contact: Contact) => {
    if ((await remove.run({ contactId: contact.id })).ok) {
      notify({
        title: t('own.contacts.removed'),
        subject: { text: contact.name, customerId: id },
        canUndo: true,
      })
    }
  }
  return (
    <section aria-labelledby={`contacts-${id}`}>
      <div className={styles.head}>
        <Text as="h3" weight="semibold" id={`contacts-${id}`} className={styles.title}>
          {t('own.contacts.title')}
        </Text>
        {isToday && (
          <Button size="small" icon={<AddRegular />} onClick={() => edit('new')}>
            {t('own.contacts.add')}
          </Button>
        )}
      </div>
      {remove.error !== null && <Problem error={remove.error} />}
      {contacts.length === 0 ? (
        <Text className={styles.quiet}>{t('own.contacts.none')}</Text>
      ) : (
        <ul className={styles.list} aria-labelledby={`contacts-${id}`}>
          {contacts.map((contact) => (
            <li key={contact.id} className={styles.contact}>
              <div className={styles.words}>
                <span className={styles.name}>
                  <Text weight="medium">{contact.name}</Text>
                  {contact.role !== '' && <span className={styles.quiet}>{contact.role}</span>}
                  {contact.receivesRequests && (
                    <Badge appearance="tint" color="brand" title={t('own.contacts.receivesHint')}>
                      {t('own.contacts.receivesBadge')}
                    </Badge>
                  )}
                </span>
                <span className={styles.ways}>
                  {contact.email !== '' && <span>{contact.email}</span>}
                  {contact.phone !== '' && <span>{contact.phone}</span>}
                  {contact.language !== null && <span>{t(`languages.${contact.language}`)}</span>}
                </span>
              </div>
              {isToday && (
                <>
                  <Tooltip content={t('own.editNamed', { name: contact.name })} relationship="label">
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<EditRegular />}
                      onClick={() => edit(contact)}
                    />
                  </Tooltip>
                  <Tooltip content={t('own.contacts.remove', { name: contact.name })} relationship="label">
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<DeleteRegular />}
                      disabled={remove.pending}
                      onClick={() => void drop(contact)}
                    />
                  </Tooltip>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {edited !== null && (
        <ContactDialog
          customerId={id}
          contact={edited === 'new' ? null : edited}
          onClose={() => edit(null)}
          onSaved={(name) => {
            edit(null)
            notify({ title: t('own.contacts.saved'), subject: { text: name, customerId: id }, canUndo: true })
          }}
        />
      )}
    </section>
  )
}
