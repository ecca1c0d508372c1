import type { Plugin } from 'vite'

/**
 * Writes every character beyond ASCII as an escape. One of them makes the engine keep a whole file in two bytes a
 * character, which takes twice the memory and the longer to read.
 */
export function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') output.code = escaped(output.code)
      }
    },
  }
}

/** The code with escapes, which mean the same in texts, patterns and names; what is built has no comments left. */
export function escaped(code: string): string {
  return code.replaceAll(/[^\0-\u007F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
