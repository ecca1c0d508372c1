import type { Snapshot } from '#shared/protocol.ts'
import type { ViewHub } from '#main/ipc/view-hub.ts'

/** A view some page looked at, as it asked for it. */
export type WatchedView = { readonly name: string; readonly params: unknown }

/** A view's first snapshot, sent with the page itself. */
export type FirstView = WatchedView & { readonly snapshot: Snapshot }

/** What every page asks for before it can draw anything. */
const always: readonly WatchedView[] = [
  { name: 'preferences.current', params: {} },
  { name: 'account.list', params: {} },
  { name: 'screen.remembered', params: {} },
]

/** More than a screen shows, and longer than a page should wait; what is beyond is asked for as usual. */
const limits = { views: 24, characters: 16_384, milliseconds: 60 } as const

/** The views worth keeping for the next start: those on screen, each once, within what a preference may hold. */
export function worthKeeping(watched: readonly WatchedView[]): WatchedView[] {
  const kept = new Map<string, WatchedView>()
  let characters = 0
  for (const view of watched) {
    const key = JSON.stringify(view)
    characters += key.length
    if (characters > limits.characters || kept.size === limits.views) {
      break
    }
    kept.set(key, view)
  }
  return [...kept.values()]
}

/** Reads the first snapshots: what every page needs and what the last one was looking at; a refused view is left out. */
export function readFirstViews(
  { read, glance }: Pick<ViewHub, 'read' | 'glance'>,
  watched: readonly WatchedView[],
  now: () => number = () => performance.now(),
): FirstView[] {
  const end = now() + limits.milliseconds
  return worthKeeping([...always, ...watched]).flatMap(({ name, params }, at) => {
    if (at >= always.length && now() > end) {
      return []
    }
    // Nothing is drawn without the first; of the others, what takes long reading comes when it has been read.
    const snapshot = at < always.length ? read(name, params) : glance(name, params)
    return snapshot?.ok === true ? [{ name, params, snapshot }] : []
  })
}

/** What stands in index.html where this start's nonce belongs. */
export const noncePlaceholder = '__CSP_NONCE__'

/** What stands there where the first views belong, inside an attribute. */
export const viewsPlaceholder = '__FIRST_VIEWS__'

/** The page in two parts, filled in but for the views, which stand between them: the first can be sent at once. */
export function pageParts(html: string, nonce: string, files: readonly string[]): [string, string] {
  const links = files.map((file) => `<link rel="modulepreload" crossorigin href="${inAttribute(file)}">`)
  const [before = '', after = ''] = html
    .replaceAll(noncePlaceholder, () => nonce)
    .replace('</head>', () => `${links.join('')}</head>`)
    .split(viewsPlaceholder)
  return [before, after]
}

/** The views as they stand in the page: JSON, inside an attribute. */
export function viewsInPage(views: readonly FirstView[]): string {
  return inAttribute(JSON.stringify(views))
}

const escapes: { readonly [character: string]: string } = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
}

function inAttribute(text: string): string {
  return text.replaceAll(/[&"<>]/g, (character) => escapes[character] ?? '')
}
