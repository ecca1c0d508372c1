import type { Language } from '#shared/domain/cloud.ts'
import type { ViewValue } from '#shared/protocol.ts'

/** What of the user's preferences the shell itself follows. */
export type Look = Pick<ViewValue<'preferences.current'>, 'theme' | 'zoom'> & {
  readonly language: Language | 'system'
}

const themes: readonly unknown[] = ['light', 'dark', 'high-contrast'] satisfies Look['theme'][]
const languages: readonly unknown[] = ['zh-CN', 'en'] satisfies Language[]

/** The look of a preferences file before the program has read it in full, so that the window need not wait for that. */
export function lookOf({ theme, language, zoom }: { readonly [key: string]: unknown }): Look {
  return {
    theme: themes.includes(theme) ? (theme as Look['theme']) : 'system',
    language: languages.includes(language) ? (language as Language) : 'system',
    zoom: typeof zoom === 'number' && zoom >= 80 && zoom <= 200 ? zoom : 100,
  }
}

/** The page's catalogue and theme for a look, by their sources. */
export function sourcesOf(
  { theme }: Look,
  language: Language,
  system: { readonly isDark: boolean; readonly isHighContrast: boolean },
): string[] {
  const worn =
    theme !== 'system' ? theme : system.isHighContrast ? 'high-contrast' : system.isDark ? 'dark' : 'light'
  return [`shared/locales/${language}.ts`, `renderer/app/themes/${worn}.ts`]
}
