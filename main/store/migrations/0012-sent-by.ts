/** The reseller that an indirect provider hands its invitation to, to be sent in the provider's name (domain 1.1.3). */
export const sentBy = `
  ALTER TABLE request ADD COLUMN sent_by TEXT;
`
