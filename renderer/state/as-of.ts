import { useMemo } from 'react'
import { useUi } from './page-context.tsx'

/** The earlier day the portfolio is read as of; `null` while it is today's, the only one that can be worked on. */
export function useAsOf(): string | null {
  return useUi((state) => state.asOf)
}

/** That day as the portfolio's views take it: nothing at all means today. */
export function useAsOfParam(): { readonly asOf?: string } {
  const asOf = useAsOf()
  return useMemo(() => (asOf === null ? {} : { asOf }), [asOf])
}
