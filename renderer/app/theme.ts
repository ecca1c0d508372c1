import type { Theme } from '@fluentui/react-components'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Language } from '#shared/domain/cloud.ts'
import type { ViewValue } from '#shared/protocol.ts'

type Setting = ViewValue<'preferences.current'>['theme']

const durations = {
  // Nothing here moves for longer than 150 ms.
  durationNormal: '120ms',
  durationGentle: '120ms',
  durationSlow: '150ms',
  durationSlower: '150ms',
  durationUltraSlow: '150ms',
} as const satisfies Partial<Theme>

/** For those who asked their system for stillness. */
const still = Object.fromEntries(
  ['UltraFast', 'Faster', 'Fast', 'Normal', 'Gentle', 'Slow', 'Slower', 'UltraSlow'].map((name) => [
    `duration${name}`,
    '0.01ms',
  ]),
) as Partial<Theme>

const chineseFonts = "'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
const fonts: { readonly [L in Language]: string } = {
  'zh-CN': `'Segoe UI Variable', 'Segoe UI', ${chineseFonts}`,
  // A Chinese font draws English quotation marks as wide as a character, so Latin ones come first.
  en: `'Segoe UI Variable', 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, ${chineseFonts}`,
}

const themes = {
  light: async () => (await import('./themes/light.ts')).theme,
  dark: async () => (await import('./themes/dark.ts')).theme,
  'high-contrast': async () => (await import('./themes/high-contrast.ts')).theme,
} as const

type ThemeName = keyof typeof themes
const loaded = new Map<ThemeName, Theme>()

async function load(name: ThemeName): Promise<Theme> {
  const theme = loaded.get(name) ?? (await themes[name]())
  loaded.set(name, theme)
  return theme
}

function nameOf(setting: Setting, isForced: boolean, isSystemDark: boolean): ThemeName {
  return setting !== 'system' ? setting : isForced ? 'high-contrast' : isSystemDark ? 'dark' : 'light'
}

const queries = { dark: '(prefers-color-scheme: dark)', forced: '(forced-colors: active)' } as const

/** Loads the theme a setting asks for, before the page is drawn. */
export async function loadTheme(setting: Setting): Promise<void> {
  const isMatch = (query: string) => window.matchMedia(query).matches
  await load(nameOf(setting, isMatch(queries.forced), isMatch(queries.dark)))
}

/** The Fluent theme for the chosen setting and language; `system` follows the operating system as it changes. `null` until it is loaded. */
export function useTheme(setting: Setting, language: Language | null): Theme | null {
  const isSystemDark = useMedia(queries.dark)
  const isForced = useMedia(queries.forced)
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const name = nameOf(setting, isForced, isSystemDark)
  const [base, setBase] = useState(loaded.get(name) ?? null)
  useEffect(() => {
    let isCurrent = true
    void load(name).then((theme) => {
      if (isCurrent) {
        setBase(theme)
      }
    })
    return () => {
      isCurrent = false
    }
  }, [name])
  useEffect(() => {
    // What the browser draws by itself, scroll bars above all, goes with the theme.
    document.documentElement.style.colorScheme = name === 'light' ? 'light' : 'dark'
  }, [name])
  return useMemo(
    () =>
      base === null
        ? null
        : { ...base, ...durations, ...(isStill ? still : {}), fontFamilyBase: fonts[language ?? 'en'] },
    [base, isStill, language],
  )
}

/** Says whether the window is at least so wide, and follows it. */
export function useIsWide(pixels: number): boolean {
  return useMedia(`(min-width: ${pixels}px)`)
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => window.matchMedia(query).matches,
  )
}
