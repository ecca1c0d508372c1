import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'

type Facts = ViewValue<'relationship.facts'>
type Statement = Facts['history'][number]
type Value = Facts['reseller']

/** What is known of a customer's relationship and privileges, and what was stated before; throws `CUSTOMER_NOT_FOUND`. */
export function projectRelationship(
  { reader }: ApplicationFacts,
  { customerId }: ParsedParams<'relationship.facts'>,
): Facts {
  const record = reader.get<{ rid: number }>('SELECT rid FROM customer_record WHERE id = :customerId', {
    customerId,
  })
  if (record === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer')
  }
  const history = [...told(reader, record.rid), ...stated(reader, record.rid)].toSorted(
    (a, b) => b.on.localeCompare(a.on) || b.recordedAt.localeCompare(a.recordedAt),
  )
  const newest = (fact: Statement['fact']): Value =>
    history.find((statement) => statement.fact === fact)?.value ?? 'unknown'
  const reseller = newest('reseller')
  const privileges = newest('privileges')
  return {
    reseller,
    privileges,
    hasDutiesWithoutPrivileges: reseller === 'yes' && privileges === 'no',
    history,
  }
}

function told(reader: Reader, rid: number): readonly Statement[] {
  return reader
    .all<{
      fact: Statement['fact']
      value: Value
      source: Statement['source']
      note: string
      noted_on: string
      created_at: string
    }>(
      `SELECT fact, value, source, note, noted_on, created_at FROM relationship_fact WHERE customer_rid = :rid
      ORDER BY rid DESC`,
      { rid },
    )
    .map((row) => ({
      fact: row.fact,
      value: row.value,
      source: row.source,
      note: row.note,
      on: row.noted_on,
      fileName: null,
      recordedAt: row.created_at,
    }))
}

/** What files have stated, where it differed from what the file before had stated. */
function stated(reader: Reader, rid: number): readonly Statement[] {
  const versions = reader.all<{
    relationship: string | null
    delegated_privileges: string | null
    file_name: string
    imported_at: string
  }>(
    `SELECT f.relationship, f.delegated_privileges, i.file_name, i.imported_at
    FROM customer_fact AS f JOIN import AS i ON i.rid = f.from_import
    WHERE f.customer_rid = :rid AND i.rid <= (SELECT head FROM portfolio_head) ORDER BY f.from_import`,
    { rid },
  )
  return versions.flatMap((version, index) => {
    const before = versions[index - 1]
    const base = {
      source: null,
      note: '',
      on: civilDateOf(new Date(version.imported_at)),
      fileName: version.file_name,
      recordedAt: version.imported_at,
    }
    const { relationship, delegated_privileges: privileges } = version
    return [
      ...(relationship === null || relationship === before?.relationship
        ? []
        : [{ ...base, fact: 'reseller' as const, value: resellerOf(relationship) }]),
      ...(privileges === null || privileges === before?.delegated_privileges
        ? []
        : [{ ...base, fact: 'privileges' as const, value: privileges as Value }]),
    ]
  })
}

function resellerOf(relationship: string): Value {
  return relationship === 'reseller' ? 'yes' : relationship === 'none' ? 'no' : 'unknown'
}
