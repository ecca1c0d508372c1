import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '#renderer/parts/key-caps.tsx'
import { Private, useIsHidden } from '#renderer/parts/private.tsx'
import type { PaletteGroup, PaletteItem } from './palette-items.ts'

const useStyles = makeStyles({
  backdrop: {
    position: 'fixed',
    inset: 0,
    zIndex: 1_000_000,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-start',
    paddingTop: '8vh',
    backgroundColor: tokens.colorBackgroundOverlay,
  },
  box: {
    width: 'min(640px, calc(100vw - 48px))',
    maxHeight: '76vh',
    display: 'flex',
    flexDirection: 'column',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    overflow: 'hidden',
  },
  top: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    height: '48px',
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
  input: {
    flex: 1,
    minWidth: 0,
    height: '100%',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase400,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  list: { flex: 1, minHeight: 0, overflow: 'auto', paddingBlock: tokens.spacingVerticalXS },
  heading: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '36px',
    boxSizing: 'border-box',
    marginInline: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '& svg': { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '& span, & svg': { color: 'inherit' },
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flexShrink: 0,
    maxWidth: '70%',
  },
  detail: {
    flex: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  foot: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  nothing: {
    padding: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
})

type PaletteBoxProps = {
  readonly text: string
  readonly onText: (text: string) => void
  readonly groups: readonly PaletteGroup[]
  /** Says that an answer is still on its way. */
  readonly isWaiting: boolean
  readonly onClose: () => void
}

/** The box of the palette: a field, what it found under headings, and the keyboard through both. */
export function PaletteBox({ text, onText, groups, isWaiting, onClose }: PaletteBoxProps) {
  const { t } = useTranslation()
  const isHidden = useIsHidden()
  const isHiddenItem = ({ customerId }: PaletteItem) => customerId !== undefined && isHidden(customerId)
  const styles = useStyles()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [active, setActive] = useState<{ readonly text: string; readonly key: string } | null>(null)
  const items = groups.flatMap((group) => group.items)
  const chosen = active?.text === text ? items.findIndex((item) => item.key === active.key) : -1
  const at = Math.max(0, chosen)
  const current = items[at]

  useReturnedFocus(input)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [at, text])

  const run = (item: PaletteItem | undefined) => {
    if (item !== undefined) {
      onClose()
      item.run()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return
    }
    const last = items.length - 1
    const target = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at === 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key]
    if (target !== undefined) {
      event.preventDefault()
      const item = items[target]
      setActive(item === undefined ? null : { text, key: item.key })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(current)
    } else if (
      event.key === 'Escape' ||
      (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))
    ) {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Tab') {
      // The field is all there is to go to.
      event.preventDefault()
    }
  }

  return (
    <div
      className={styles.backdrop}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div role="dialog" aria-modal="true" aria-label={t('desk.palette.title')} className={styles.box}>
        <div className={styles.top}>
          <Search20Regular aria-hidden />
          <input
            ref={input}
            className={styles.input}
            role="combobox"
            aria-label={t('desk.palette.open')}
            aria-expanded={items.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={current === undefined ? undefined : `${id}-${current.key}`}
            placeholder={t('desk.palette.placeholder')}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={t('desk.palette.results')}
          className={styles.list}
        >
          {groups.map((group) => (
            <div key={group.name} role="group" aria-label={group.name}>
              <div aria-hidden className={styles.heading}>
                {group.name}
              </div>
              {group.items.map((item) => (
                <div
                  key={item.key}
                  id={`${id}-${item.key}`}
                  role="option"
                  aria-selected={item === current}
                  className={mergeClasses(styles.item, item === current && styles.active)}
                  onMouseMove={() => item !== current && setActive({ text, key: item.key })}
                  onClick={() => run(item)}
                >
                  {item.icon}
                  <span className={styles.title} title={isHiddenItem(item) ? undefined : item.title}>
                    {privately(item, item.title)}
                  </span>
                  <span className={styles.detail} title={isHiddenItem(item) ? undefined : item.detail}>
                    {privately(item, item.detail ?? '')}
                  </span>
                  <KeyCaps keys={item.keys ?? null} />
                </div>
              ))}
            </div>
          ))}
        </div>
        {items.length === 0 && !isWaiting && (
          <div className={styles.nothing}>{t('desk.palette.nothing', { text })}</div>
        )}
        <div className={styles.foot}>
          <span role="status">{text === '' ? '' : t('desk.palette.found', { count: items.length })}</span>
          <span>{t('desk.palette.hint')}</span>
        </div>
      </div>
    </div>
  )
}

function privately({ customerId }: PaletteItem, text: string) {
  return customerId === undefined ? text : <Private customerId={customerId}>{text}</Private>
}

/** Takes the focus while the box is open and gives it back afterwards, unless what was run took it elsewhere. */
function useReturnedFocus(input: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const before = document.activeElement
    input.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) {
        before.focus()
      }
    }
  }, [input])
}
