import { Private, useIsHidden } from '#renderer/parts/private.tsx'
import { useHomeStyles } from './home-styles.ts'

type LineNameProps = { readonly customerId: string | null; readonly name: string }

/** Whose line of a card it is: cut where there is no room, told in full by its tooltip, hidden with its customer. */
export function LineName({ customerId, name }: LineNameProps) {
  const home = useHomeStyles()
  const isHidden = useIsHidden()
  return (
    <span className={home.name} title={isHidden(customerId) ? undefined : name}>
      <Private customerId={customerId}>{name}</Private>
    </span>
  )
}
