import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Text,
  tokens,
  Tooltip,
} from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagColours, type TagColour } from '#shared/domain/tag-colours.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useTagColours } from './tag-chip.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '560px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: '2px',
    listStyleType: 'none',
    maxHeight: '320px',
    overflowY: 'auto',
  },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flex: 1, minWidth: 0 },
  count: {
    minWidth: '96px',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  swatch: {
    display: 'inline-grid',
    placeItems: 'center',
    width: '20px',
    height: '20px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    border: '1px solid currentcolor',
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
  },
  choice: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Tag = ViewValue<'tag.list'>[number]

/** Renames, recolours, removes and makes the user's own tags. */
export function TagManager({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const tags = useView('tag.list', {}).value
  const create = useCommand('tag.create')
  const [name, setName] = useState('')
  const [colour, setColour] = useState<TagColour>('teal')
  const add = async () => {
    if ((await create.run({ name: name.trim(), colour })).ok) {
      setName('')
    }
  }
  return (
    <Dialog open surfaceMotion={null} onOpenChange={onClose}>
      <DialogSurface backdropMotion={null} className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('own.tags.manage')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text className={styles.quiet}>{t('own.tags.manageHint')}</Text>
            {tags !== undefined && tags.length > 0 && (
              <ul className={styles.list} aria-label={t('own.tags.label')}>
                {tags.map((tag) => (
                  <TagRow key={tag.id} tag={tag} />
                ))}
              </ul>
            )}
            {create.error !== null && <Problem error={create.error} />}
            <form
              className={styles.row}
              onSubmit={(event) => {
                event.preventDefault()
                if (name.trim() !== '') {
                  void add()
                }
              }}
            >
              <ColourMenu
                label={t('own.tags.colour', { name: t('own.tags.newName') })}
                colour={colour}
                onColour={setColour}
              />
              <Input
                className={styles.name}
                aria-label={t('own.tags.newName')}
                placeholder={t('own.tags.newName')}
                value={name}
                maxLength={60}
                autoComplete="off"
                onChange={(_, { value }) => {
                  setName(value)
                  create.reset()
                }}
              />
              <Button type="submit" disabled={name.trim() === '' || create.pending}>
                {t('own.tags.add')}
              </Button>
            </form>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('own.done')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function TagRow({ tag }: { readonly tag: Tag }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const update = useCommand('tag.update')
  const remove = useCommand('tag.remove')
  /** `null` while the name stands as it is kept. */
  const [typed, setTyped] = useState<string | null>(null)
  const error = update.error ?? remove.error
  const keep = async () => {
    const name = typed?.trim() ?? ''
    if (name === '' || name === tag.name) {
      setTyped(null)
    } else if ((await update.run({ tagId: tag.id, name })).ok) {
      setTyped(null)
    }
  }
  const removeLabel = t('own.tags.remove', { name: tag.name })
  return (
    <li>
      <div className={styles.row}>
        <ColourMenu
          label={t('own.tags.colour', { name: tag.name })}
          colour={tag.colour}
          onColour={(colour) => void update.run({ tagId: tag.id, colour })}
        />
        <Input
          className={styles.name}
          aria-label={t('own.tags.rename', { name: tag.name })}
          value={typed ?? tag.name}
          maxLength={60}
          autoComplete="off"
          onChange={(_, { value }) => {
            setTyped(value)
            update.reset()
          }}
          onBlur={() => void keep()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault()
              void keep()
            } else if (event.key === 'Escape' && typed !== null) {
              event.stopPropagation()
              setTyped(null)
            }
          }}
        />
        <span className={styles.count}>{t('own.tags.customers', { count: tag.customerCount })}</span>
        <Tooltip content={removeLabel} relationship="label">
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            onClick={() =>
              void remove.run({ tagId: tag.id }).then((result) => {
                if (result.ok) {
                  notify({ title: t('own.tags.removedEverywhere', { name: tag.name }), canUndo: true })
                }
              })
            }
          />
        </Tooltip>
      </div>
      {error !== null && <Problem error={error} />}
    </li>
  )
}

type ColourMenuProps = {
  readonly label: string
  readonly colour: TagColour
  readonly onColour: (colour: TagColour) => void
}

function ColourMenu({ label, colour, onColour }: ColourMenuProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const colours = useTagColours()
  const swatch = (each: TagColour) => (
    <span aria-hidden className={mergeClasses(styles.swatch, colours[each])}>
      {t(`own.tags.colours.${each}`).slice(0, 1)}
    </span>
  )
  return (
    <Menu
      surfaceMotion={null}
      checkedValues={{ colour: [colour] }}
      onCheckedValueChange={(_, { checkedItems }) => onColour((checkedItems[0] ?? colour) as TagColour)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={swatch(colour)}
          aria-label={`${label}: ${t(`own.tags.colours.${colour}`)}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {tagColours.map((each) => (
            <MenuItemRadio key={each} name="colour" value={each}>
              <span className={styles.choice}>
                {swatch(each)}
                {t(`own.tags.colours.${each}`)}
              </span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
