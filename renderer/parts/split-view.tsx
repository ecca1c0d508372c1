import { makeStyles, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWidth } from '#renderer/table/columns/use-width.ts'

const useStyles = makeStyles({
  root: { flex: 1, minHeight: 0, display: 'flex', position: 'relative' },
  list: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  splitter: {
    width: '9px',
    marginInline: '-4px',
    zIndex: 2,
    cursor: 'col-resize',
    touchAction: 'none',
    display: 'flex',
    justifyContent: 'center',
    '::after': { content: '""', width: '1px', backgroundColor: tokens.colorNeutralStroke2 },
    ':hover::after': { width: '2px', backgroundColor: tokens.colorCompoundBrandStroke },
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible::after': {
      width: '2px',
      backgroundColor: tokens.colorStrokeFocus2,
      outline: `1px solid ${tokens.colorStrokeFocus2}`,
    },
  },
  detail: { flexShrink: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
})

const leastList = 320
const leastDetail = 360

type SplitViewProps = {
  readonly list: ReactNode
  /** `null` when nothing is chosen: then the list has all the room. */
  readonly detail: ReactNode
  readonly detailLabel: string
  readonly width: number
  readonly onWidth: (width: number) => void
}

/** A list with a detail pane on its right whose width the user sets; a window too narrow for both shows the list. */
export function SplitView({ list, detail, detailLabel, width, onWidth }: SplitViewProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const room = useWidth(root)
  const most = Math.max(leastDetail, room - leastList)
  const shown = Math.min(Math.max(width, leastDetail), most)
  const hasDetail = detail !== null && (room === 0 || room >= leastList + leastDetail)

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { current } = root
    if (current !== null && event.currentTarget.hasPointerCapture(event.pointerId)) {
      onWidth(Math.min(Math.max(current.getBoundingClientRect().right - event.clientX, leastDetail), most))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const change = { ArrowLeft: 24, ArrowRight: -24 }[event.key]
    if (change !== undefined) {
      event.preventDefault()
      onWidth(Math.min(Math.max(shown + change, leastDetail), most))
    }
  }

  return (
    <div ref={root} className={styles.root}>
      <div className={styles.list}>{list}</div>
      {hasDetail && (
        <>
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label={t('frame.resize')}
            aria-valuenow={Math.round(shown)}
            aria-valuemin={leastDetail}
            aria-valuemax={Math.round(most)}
            tabIndex={0}
            className={styles.splitter}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onPointerMove}
            onKeyDown={onKeyDown}
          />
          <section aria-label={detailLabel} className={styles.detail} style={{ width: shown }}>
            {detail}
          </section>
        </>
      )}
    </div>
  )
}
