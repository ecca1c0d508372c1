import { useState } from 'react'
import { PaletteBox } from '#renderer/palette/palette.tsx'
import { usePaletteGroups } from '#renderer/palette/use-palette-groups.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useOpenList } from './open-list.ts'
import { useActionMap } from './use-action-map.ts'
import { useSwitchAccount } from './use-switch-account.ts'

/** The palette over the whole window: it finds everything and does everything. */
export function PaletteOverlay() {
  const { set } = useUiActions()
  const [text, setText] = useState('')
  const map = useActionMap()
  const openList = useOpenList()
  const switchAccount = useSwitchAccount()
  const { groups, isWaiting } = usePaletteGroups(text, {
    isOffered: (id) => map[id].isOffered && map[id].run !== null,
    run: (id) => map[id].run?.(),
    switchAccount,
    showAll: (list, search) => openList(list, { search }),
  })
  return (
    <PaletteBox
      text={text}
      onText={setText}
      groups={groups}
      isWaiting={isWaiting}
      onClose={() => set('overlay', null)}
    />
  )
}
