import { webDarkTheme, webLightTheme } from '@fluentui/react-components'
import type { Theme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import type { ViewValue } from '#shared/protocol.ts'

const ours = {
  fontFamilyBase:
    "'Segoe UI Variable', 'Segoe UI', 'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif",
  // Nothing here moves for longer than 150 ms.
  durationNormal: '120ms',
  durationGentle: '120ms',
  durationSlow: '150ms',
  durationSlower: '150ms',
  durationUltraSlow: '150ms',
} as const satisfies Partial<Theme>

const themes: { readonly light: Theme; readonly dark: Theme } = {
  light: { ...webLightTheme, ...ours },
  dark: { ...webDarkTheme, ...ours },
}

const darkQuery = '(prefers-color-scheme: dark)'

/** The Fluent theme for the chosen setting; `system` follows the operating system as it changes. */
export function useTheme(setting: ViewValue<'preferences.current'>['theme']): Theme {
  const isSystemDark = useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(darkQuery)
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    () => window.matchMedia(darkQuery).matches,
  )
  return setting === 'dark' || (setting === 'system' && isSystemDark) ? themes.dark : themes.light
}

/** Says whether the window is at least so wide, and follows it. */
export function useIsWide(pixels: number): boolean {
  const query = `(min-width: ${pixels}px)`
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => window.matchMedia(query).matches,
  )
}
