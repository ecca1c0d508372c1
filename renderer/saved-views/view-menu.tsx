import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
} from '@fluentui/react-components'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandError } from '#renderer/state/client.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { updateListState, useListState } from '#renderer/state/list-state.ts'
import { useClient } from '#renderer/state/page-context.tsx'
import { readOnce } from '#renderer/state/read-once.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { defaultNames, defaultState } from './default-views.ts'
import { applySavedView } from './apply-saved-view.ts'
import { useDefaultName, type CurrentView } from './use-current-view.ts'
import { useOwnName } from './use-own-name.ts'
import { definitionOf } from './view-state.ts'

type ViewMenuProps = {
  readonly view: CurrentView
  readonly anchor: HTMLElement
  readonly onName: (naming: 'new' | 'rename') => void
  readonly onClose: () => void
}

/** The views of a list: to open one, keep the changes made to it, name new ones, pass them on as files. */
export function ViewMenu({ view, anchor, onName, onClose }: ViewMenuProps) {
  const { list, saved, own, isEdited, reset } = view
  const { t } = useTranslation()
  const client = useClient()
  const notify = useNotify()
  const state = useListState(list)
  const nameOf = useDefaultName()
  const ownName = useOwnName()
  const update = useCommand('saved-view.update')
  const remove = useCommand('saved-view.remove')
  const write = useCommand('saved-view.export')
  const read = useCommand('saved-view.import')

  // The dialog that asks for a name takes the focus; handing it back to the button would take it away again.
  const isNaming = useRef(false)
  const close = () => {
    onClose()
    if (!isNaming.current) {
      anchor.focus()
    }
  }
  const name = (naming: 'new' | 'rename') => {
    isNaming.current = true
    onName(naming)
  }
  const refuse = ({ code }: CommandError) => {
    if (code !== 'CANCELLED') {
      notify({ title: t(`errors.${code}`), body: t(`errorActions.${code}`), intent: 'error' })
    }
  }
  const choose = (id: string) => {
    const chosen = saved.find((each) => each.id === id)
    if (chosen === undefined) {
      updateListState(list, { ...defaultState(list, id.slice('default:'.length)), viewId: id, search: '' })
    } else {
      applySavedView(chosen)
    }
  }
  const change = async (input: Parameters<typeof update.run>[0]) => {
    const done = await update.run(input)
    if (!done.ok) {
      refuse(done.error)
    }
  }
  const importFile = async () => {
    const done = await read.run({})
    if (!done.ok) {
      refuse(done.error)
      return
    }
    const views = await readOnce(client, 'saved-view.list', {})
    const imported = views?.find(({ id }) => id === done.value.id)
    if (imported !== undefined) {
      applySavedView(imported)
      notify({
        title: t('savedViews.saved'),
        subject: { text: imported.name, customerId: null },
        canUndo: true,
      })
    }
  }

  return (
    <Menu
      open
      positioning={{ target: anchor, position: 'below', align: 'start' }}
      checkedValues={{ view: [state.viewId] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0] ?? 'default:all')}
      onOpenChange={(_, { open }) => {
        if (!open) {
          close()
        }
      }}
    >
      <MenuPopover>
        <MenuList aria-label={t('savedViews.menu')}>
          <MenuGroup>
            <MenuGroupHeader>{t('savedViews.supplied')}</MenuGroupHeader>
            {defaultNames(list).map((each) => (
              <MenuItemRadio key={each} name="view" value={`default:${each}`}>
                {nameOf(list, each)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          {saved.length > 0 && (
            <MenuGroup>
              <MenuGroupHeader>{t('savedViews.own')}</MenuGroupHeader>
              {saved.map((each) => (
                <MenuItemRadio key={each.id} name="view" value={each.id}>
                  {ownName(each)}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          )}
          <MenuDivider />
          {isEdited && <MenuItem onClick={reset}>{t('savedViews.reset')}</MenuItem>}
          {isEdited && own !== null && (
            <MenuItem
              onClick={() => void change({ savedViewId: own.id, definition: definitionOf(list, state) })}
            >
              {t('savedViews.save')}
            </MenuItem>
          )}
          <MenuItem onClick={() => name('new')}>{t('savedViews.saveAs')}</MenuItem>
          {own !== null && (
            <>
              <MenuItem onClick={() => name('rename')}>{t('savedViews.rename')}</MenuItem>
              <MenuItem onClick={() => void change({ savedViewId: own.id, isPinned: !own.isPinned })}>
                {t(own.isPinned ? 'savedViews.unpin' : 'savedViews.pin')}
              </MenuItem>
              <MenuItem
                onClick={() =>
                  void write.run({ savedViewId: own.id }).then((done) => {
                    if (done.ok) {
                      notify({
                        title: t('savedViews.exported'),
                        subject: { text: done.value.fileName, customerId: null },
                      })
                    } else {
                      refuse(done.error)
                    }
                  })
                }
              >
                {t('savedViews.exportFile')}
              </MenuItem>
            </>
          )}
          <MenuItem onClick={() => void importFile()}>{t('savedViews.importFile')}</MenuItem>
          {own !== null && (
            <MenuItem
              onClick={() =>
                void remove.run({ savedViewId: own.id }).then((done) => {
                  if (done.ok) {
                    choose('default:all')
                    notify({
                      title: t('savedViews.removed'),
                      subject: { text: own.name, customerId: null },
                      canUndo: true,
                    })
                  } else {
                    refuse(done.error)
                  }
                })
              }
            >
              {t('savedViews.remove')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
