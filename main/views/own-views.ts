import type { CustomerDetail, CustomerRow } from '#shared/contract/customer.ts'
import type { ViewValue } from '#shared/protocol.ts'
import type { Reader } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'

type OwnTag = CustomerRow['ownTags'][number]

/** The user's own tags with how many customers carry each. */
export function projectTags({ reader }: ApplicationFacts): ViewValue<'tag.list'> {
  return reader.all<OwnTag & { customerCount: number }>(
    `SELECT id, name, colour,
      (SELECT COUNT(*) FROM customer_tag JOIN customer ON customer.rid = customer_tag.customer_rid
        WHERE customer_tag.tag_id = tag.id) AS customerCount
    FROM tag ORDER BY name_folded`,
  )
}

/** Who the user is. */
export function projectProfile({ reader }: ApplicationFacts): ViewValue<'profile.current'> {
  return { name: reader.get<{ name: string }>('SELECT name FROM own_profile')?.name ?? '' }
}

/** The user's own tags of some customers, by their row numbers; read for a window at once. */
export function ownTagsOf(reader: Reader, rids: readonly number[]): ReadonlyMap<number, OwnTag[]> {
  const tags = new Map<number, OwnTag[]>()
  const rows = reader.all<OwnTag & { rid: number }>(
    `SELECT customer_tag.customer_rid AS rid, tag.id, tag.name, tag.colour
    FROM customer_tag JOIN tag ON tag.id = customer_tag.tag_id
    WHERE customer_tag.customer_rid IN (SELECT value FROM json_each(:rids)) ORDER BY tag.name_folded`,
    { rids: JSON.stringify(rids) },
  )
  for (const { rid, ...tag } of rows) {
    tags.set(rid, [...(tags.get(rid) ?? []), tag])
  }
  return tags
}

/** The notes, contacts and the statement that the user keeps of one customer. */
export function ownWorkOf(
  reader: Reader,
  rid: number,
): Pick<CustomerDetail, 'notes' | 'contacts' | 'statement'> {
  const contacts = reader.all<
    Omit<CustomerDetail['contacts'][number], 'receivesRequests'> & { receives: number }
  >(
    `SELECT id, name, role, email, phone, language, receives_requests AS receives
    FROM customer_contact WHERE customer_rid = :rid ORDER BY receives_requests DESC, rid`,
    { rid },
  )
  return {
    notes: reader.all<CustomerDetail['notes'][number]>(
      `SELECT id, text, created_at AS createdAt, edited_at AS editedAt
      FROM customer_note WHERE customer_rid = :rid ORDER BY rid DESC`,
      { rid },
    ),
    contacts: contacts.map(({ receives, ...contact }) => ({ ...contact, receivesRequests: receives === 1 })),
    statement:
      reader.get<NonNullable<CustomerDetail['statement']>>(
        `SELECT privileges AS value, privileges_told_on AS toldOn, privileges_note AS note,
          privileges_at AS recordedAt
        FROM customer_own WHERE customer_rid = :rid AND privileges IS NOT NULL`,
        { rid },
      ) ?? null,
  }
}
