import type { Snapshot } from '#shared/protocol.ts'

/** Views whose first snapshot came with the page, by {@link viewKey}. */
export type FirstViews = Map<string, Snapshot>

/** What tells a view with its parameters from every other. */
export function viewKey(name: string, params: unknown): string {
  return `${name} ${JSON.stringify(params)}`
}

/** Takes the views main has written into the page; without them the page asks for everything, as after a mistake here. */
export function takeFirstViews(root: HTMLElement): FirstViews {
  const text = root.dataset['firstViews'] ?? ''
  root.removeAttribute('data-first-views')
  const views: FirstViews = new Map()
  if (text.startsWith('[')) {
    for (const { name, params, snapshot } of JSON.parse(text) as {
      readonly name: string
      readonly params: unknown
      readonly snapshot: Snapshot
    }[]) {
      views.set(viewKey(name, params), snapshot)
    }
  }
  return views
}
