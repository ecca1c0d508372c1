import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tagColours } from '#shared/domain/tag-colours.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import type { Notice, TaggedCustomer } from '#renderer/state/ui-state.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { TagChip, type OwnTag } from './tag-chip.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '440px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    minHeight: '36px',
    maxHeight: '280px',
    overflowY: 'auto',
  },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  count: {
    flex: 1,
    textAlign: 'end',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground3, paddingBlock: tokens.spacingVerticalS },
  make: { alignSelf: 'flex-start', maxWidth: '100%', overflowWrap: 'anywhere' },
})

type TagDialogProps = {
  readonly customers: readonly TaggedCustomer[]
  readonly onManage: () => void
  readonly onClose: () => void
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** Puts tags on one customer or on many at once; each tick is done at once and can be taken back. */
export function TagDialog({ customers, onManage, onClose }: TagDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const isHidden = useIsHidden()
  const list = useRef<HTMLDivElement>(null)
  const tags = useView('tag.list', {}).value ?? []
  const assign = useCommand('tag.assign')
  const create = useCommand('tag.create')
  const [typed, setTyped] = useState('')
  /** The tags of the chosen customers, as they are after what was ticked here. */
  const [carried, setCarried] = useState(() => new Map(customers.map(({ id, tagIds }) => [id, tagIds])))
  const [last, setLast] = useState<Notice | null>(null)
  const wanted = folded(typed)
  const shown = tags.filter((tag) => folded(tag.name).includes(wanted))
  const isKnown = tags.some((tag) => folded(tag.name) === wanted)
  const [only] = customers
  const subject = customers.length === 1 && only !== undefined && !isHidden(only.id) ? only.name : ''
  const error = assign.error ?? create.error
  const countOf = (tagId: string) => [...carried.values()].filter((ids) => ids.includes(tagId)).length

  const put = async (tag: Pick<OwnTag, 'id' | 'name'>, isOn: boolean) => {
    const result = await assign.run({
      customerIds: customers.map(({ id }) => id),
      ...(isOn ? { add: [tag.id] } : { remove: [tag.id] }),
    })
    if (result.ok) {
      setCarried((before) => {
        const next = [...before].map(([id, ids]) => {
          const others = ids.filter((each) => each !== tag.id)
          return [id, isOn ? [...others, tag.id] : others] as const
        })
        return new Map(next)
      })
      setLast({
        title: t(isOn ? 'own.tags.added' : 'own.tags.removed', { name: tag.name }),
        body: subject === '' ? t('own.tags.customers', { count: result.value.customers }) : subject,
        canUndo: true,
      })
    }
  }
  const make = async () => {
    const name = typed.trim()
    const used = new Set(tags.map(({ colour }) => colour))
    const colour =
      tagColours.find((each) => !used.has(each)) ?? tagColours[tags.length % tagColours.length] ?? 'teal'
    const made = await create.run({ name, colour })
    if (made.ok) {
      setTyped('')
      await put({ id: made.value.id, name }, true)
    }
  }
  const onEnter = () => {
    const [first] = shown
    if (first !== undefined && (isKnown || wanted !== '')) {
      const exact = shown.find((tag) => folded(tag.name) === wanted) ?? first
      void put(exact, countOf(exact.id) < customers.length)
    } else if (wanted !== '') {
      void make()
    }
  }
  const onArrow = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const stops = [...(list.current?.querySelectorAll<HTMLElement>('input') ?? [])]
      const at = stops.indexOf(event.target as HTMLElement)
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus()
    }
  }
  // What was done is said when the dialog has gone: it lies over the place where it would be said.
  const close = (next: () => void) => {
    if (last !== null) {
      notify(last)
    }
    next()
  }

  return (
    <Dialog open surfaceMotion={null} onOpenChange={() => close(onClose)}>
      <DialogSurface backdropMotion={null} className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            {subject === ''
              ? t('own.tags.titleMany', { count: customers.length })
              : t('own.tags.title', { name: subject })}
          </DialogTitle>
          <DialogContent>
            <div ref={list} className={styles.content} onKeyDown={onArrow}>
              <Input
                autoFocus
                aria-label={t('own.tags.find')}
                placeholder={t('own.tags.find')}
                value={typed}
                maxLength={60}
                autoComplete="off"
                spellCheck={false}
                onChange={(_, { value }) => setTyped(value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                    event.preventDefault()
                    onEnter()
                  }
                }}
              />
              {error !== null && <Problem error={error} />}
              {shown.length === 0 && (
                <Text className={styles.quiet}>
                  {t(tags.length === 0 ? 'own.tags.empty' : 'own.tags.noMatch')}
                </Text>
              )}
              {shown.length > 0 && (
                <ul className={styles.list} aria-label={t('own.tags.label')}>
                  {shown.map((tag) => {
                    const some = countOf(tag.id)
                    const isPart = some > 0 && some < customers.length
                    const words = t('own.tags.state', { name: tag.name, some, all: customers.length })
                    return (
                      <li key={tag.id} className={styles.row}>
                        <Checkbox
                          aria-label={isPart ? words : tag.name}
                          label={<TagChip tag={tag} />}
                          checked={isPart ? 'mixed' : some > 0}
                          disabled={assign.pending}
                          onChange={() => void put(tag, some < customers.length)}
                        />
                        <span aria-hidden className={styles.count}>
                          {isPart ? t('own.tags.some', { some, all: customers.length }) : ''}
                        </span>
                      </li>
                    )
                  })}
                </ul>
              )}
              {wanted !== '' && !isKnown && (
                <Button
                  className={styles.make}
                  size="small"
                  icon={<AddRegular />}
                  disabled={create.pending}
                  onClick={() => void make()}
                >
                  {t('own.tags.make', { name: typed.trim() })}
                </Button>
              )}
            </div>
          </DialogContent>
          <DialogActions position="start">
            <Button appearance="subtle" onClick={() => close(onManage)}>
              {t('own.tags.manage')}
            </Button>
          </DialogActions>
          <DialogActions>
            <Button appearance="primary" onClick={() => close(onClose)}>
              {t('own.done')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
