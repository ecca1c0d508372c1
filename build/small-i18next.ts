import { fileURLToPath } from 'node:url'

const small = fileURLToPath(new URL('../renderer/state/small-i18next.tsx', import.meta.url))

/** What the page and its tests find under these names: a twentieth of the packages, which only give the types. */
export const smallI18next = [{ find: /^(?:react-)?i18next$/, replacement: small }]
