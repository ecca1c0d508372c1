import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The checkout. */
export const root = join(import.meta.dirname, '..', '..', '..')

/** A source file: its path in the checkout with forward slashes, its text, and its text without comments. */
export type Source = { readonly path: string; readonly text: string; readonly code: string }

/** Every TypeScript source below the given folders of the checkout. */
export function sourcesOf(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        const text = readFileSync(file, 'utf8')
        return { path: relative(root, file).split(sep).join('/'), text, code: withoutComments(text) }
      }),
  )
}

/** A source without its comments, where words may stand that code must not use; line numbers stay. */
export function withoutComments(text: string): string {
  const parts = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|(\/\*[\s\S]*?\*\/|\/\/[^\n]*)/g
  return text.replace(parts, (whole, literal: string | undefined) => literal ?? whole.replace(/[^\n]/g, ' '))
}

const importForms = [
  /^\s*import\s+(?:[^'"`;()]*?\bfrom\s*)?['"]([^'"\n]+)['"]/gm,
  /^\s*export\s+(?:type\s+)?(?:\*[^'"`;(){}]*|\{[^'"`;(){}]*\}\s*)from\s*['"]([^'"\n]+)['"]/gm,
  /\bimport\s*\(\s*['"`]([^'"`\n]+)['"`]/g,
  /\b(?:__)?require\s*\(\s*['"`]([^'"`\n]+)['"`]/g,
]

/** What a source imports, by whatever form: static, for its types, re-exported, dynamic or required. */
export function importsOf({ code }: Pick<Source, 'code'>): string[] {
  return importForms.flatMap((form) => Array.from(code.matchAll(form), ([, specifier]) => specifier ?? ''))
}

/** The paths of the sources whose code matches. */
export function pathsWith(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ path }) => path)
}
