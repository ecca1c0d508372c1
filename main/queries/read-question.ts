import type { ListedRow } from '#main/history/acceptances.ts'
import { findAcceptances } from '#main/history/acceptances.ts'
import type { ComparedCustomer } from '#main/history/duplicates.ts'
import { findPairs } from '#main/history/duplicates.ts'
import type { Reader } from '#main/store/database.ts'
import type { Found, Question } from './protocol.ts'

/** Reads what a question asks for, on whichever thread it is. */
export function readQuestion(reader: Pick<Reader, 'all'>, question: Question): Found {
  const { sql, parameters, wants, requests = [] } = question
  const rows = reader.all<object>(sql, parameters)
  switch (wants) {
    case 'rows':
      return { rows }
    case 'keys':
      return { keys: Uint32Array.from(rows as readonly { readonly key: number }[], ({ key }) => key) }
    case 'duplicates':
      return { rows: findPairs(rows as readonly ComparedCustomer[]) }
    case 'acceptances':
      return { rows: findAcceptances(reader, rows as readonly ListedRow[], requests) }
  }
}
