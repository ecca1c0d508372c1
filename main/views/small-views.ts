import { savedViewDefinition } from '#shared/contract/saved-view.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { importDoneLast } from '#main/import/undo-import.ts'
import { nextStepName } from '#main/store/undo.ts'
import type { ApplicationFacts } from './application-views.ts'

/** The user's own views; one whose columns this version no longer knows is left out, not lost. */
export function projectSavedViews({ reader }: ApplicationFacts): ViewValue<'saved-view.list'> {
  const rows = reader.all<{
    id: string
    name: string
    is_pinned: number
    definition: string
    created_at: string
  }>('SELECT * FROM saved_view ORDER BY created_at, id')
  return rows.flatMap((row) => {
    const definition = savedViewDefinition.safeParse(JSON.parse(row.definition))
    return definition.success
      ? [
          {
            id: row.id,
            name: row.name,
            isPinned: row.is_pinned === 1,
            definition: definition.data,
            createdAt: row.created_at,
          },
        ]
      : []
  })
}

/** What undo and redo would do next. */
export function projectUndo({ reader }: ApplicationFacts): ViewValue<'undo.state'> {
  const imported = importDoneLast(reader)
  const undo =
    imported === null
      ? nextStepName(reader, 'undo')
      : { command: imported.command, subject: imported.fileName }
  return { undo, redo: nextStepName(reader, 'redo') }
}

/** The jobs of this run. */
export function projectJobs({ jobs }: ApplicationFacts): ViewValue<'job.list'> {
  return jobs.list()
}

/** The last choice in the application menu. */
export function projectMenu({ menu }: ApplicationFacts): ViewValue<'menu.chosen'> {
  return menu.last()
}

/** What the page asked to be kept. */
export function projectScreen({ preferences }: ApplicationFacts): ViewValue<'screen.remembered'> {
  return { state: preferences.screen() }
}
