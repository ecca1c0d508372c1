import { pseudoLocale } from '#test/support/pseudo-locale.ts'
import type { Desk } from './launch.ts'

/**
 * Makes a running app speak the pseudo-locale where it would speak English: the file of English's texts is answered
 * with others from the next load of the page on. The program knows nothing of it, and no user can come to it.
 */
export async function speakPseudo(desk: Desk): Promise<void> {
  const source = `export const en = ${JSON.stringify(pseudoLocale)}`
  await desk.application.evaluate((_electron, text) => {
    const files = process.getBuiltinModule('node:fs')
    const { readFileSync } = files
    files.readFileSync = ((...[path, ...options]: Parameters<typeof readFileSync>) =>
      typeof path === 'string' && /[\\/]en-[\w-]+\.js$/.test(path)
        ? Buffer.from(text)
        : readFileSync(path, ...options)) as typeof readFileSync
    // The program imports the function by its name.
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  }, source)
  await desk.window.reload()
}
