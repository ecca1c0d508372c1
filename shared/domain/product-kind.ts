/** What is sold, as far as it decides what happens at the end of a term. */
export const productKinds = ['new-commerce', 'legacy-licence', 'usage', 'software', 'unknown'] as const
export type ProductKind = (typeof productKinds)[number]

/** What a source says that the kind of product can be read from; `null` where it says nothing. */
export type ProductFacts = {
  readonly offerId: string | null
  /** The API's `productType.id`, or a file's word for it. */
  readonly productType: string | null
  readonly billingType: string | null
}

const newCommerceOffer = /^[0-9a-z]{12}:[0-9a-z]{4}(:[0-9a-z]{12})?$/i
const guid = /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i

/**
 * Reads the kind of product: new commerce offers are `product:sku:availability`, legacy ones a GUID, Azure's begin
 * with `MS-AZR-` (domain 3.4, R12). What neither says is unknown, not legacy.
 */
export function productKindOf({ offerId, productType, billingType }: ProductFacts): ProductKind {
  const type = (productType ?? '').toLowerCase()
  const offer = (offerId ?? '').trim()
  if (type.includes('azure') || /^ms-azr-/i.test(offer) || (billingType ?? '').toLowerCase() === 'usage') {
    return 'usage'
  }
  if (type.includes('nce') || newCommerceOffer.test(offer)) {
    return type.startsWith('software') ? 'software' : 'new-commerce'
  }
  if (type.startsWith('software')) {
    return 'software'
  }
  return guid.test(offer) ? 'legacy-licence' : 'unknown'
}
