import type { ViewValue } from '#shared/protocol.ts'

type Contact = ViewValue<'customer.detail'>['contacts'][number]

/** The contact a customer's requests go to; `null` where none was said to, or the customer is not known. */
export function receiverOf(
  customer: Pick<ViewValue<'customer.detail'>, 'contacts'> | null,
): Pick<Contact, 'name' | 'email' | 'language'> | null {
  const contact = customer?.contacts.find(({ receivesRequests }) => receivesRequests)
  return contact === undefined
    ? null
    : { name: contact.name, email: contact.email, language: contact.language }
}
