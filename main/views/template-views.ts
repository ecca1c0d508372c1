import type { ViewValue } from '#shared/protocol.ts'
import type { ApplicationFacts } from './application-views.ts'

/** The user's own mail texts by name. */
export function projectTemplates({ reader }: ApplicationFacts): ViewValue<'template.list'> {
  return reader.all<ViewValue<'template.list'>[number]>(
    `SELECT id, name, language, purpose, cloud, subject, text, closing, updated_at AS updatedAt FROM template
    ORDER BY fold(name), id`,
  )
}

/** The wizard's answers while they are no request yet. */
export function projectKeptDraft({ reader }: ApplicationFacts): ViewValue<'wizard.kept'> {
  const row = reader.get<{ draft: string; kept_at: string }>('SELECT draft, kept_at FROM wizard_draft')
  return { draft: row?.draft ?? null, keptAt: row?.kept_at ?? null }
}
