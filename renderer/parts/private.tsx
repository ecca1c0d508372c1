import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useUi } from '#renderer/state/page-context.tsx'

const useStyles = makeStyles({
  hidden: { filter: 'blur(7px)', userSelect: 'none', pointerEvents: 'none' },
  block: { flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  word: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

type PrivateProps = {
  /** Whose text it is; `null` for one that belongs to somebody nobody can have chosen. */
  readonly customerId: string | null
  readonly children: ReactNode
  /** Says that it is a part of the page and not a text in a line. */
  readonly isBlock?: boolean
}

/** Says whether texts of a customer must not be read now; for tooltips, titles and names that are no elements. */
export function useIsHidden(): (customerId: string | null) => boolean {
  const { isOn, customerId: chosen } = useUi((state) => state.safe)
  return useCallback((customerId) => isOn && (customerId === null || customerId !== chosen), [isOn, chosen])
}

/** A text that names or describes a customer: unreadable to eyes and screen readers while another one is shown. */
export function Private({ customerId, children, isBlock }: PrivateProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const isHidden = useIsHidden()(customerId)
  if (isHidden && isBlock === true) {
    return (
      <div aria-hidden="true" inert className={mergeClasses(styles.hidden, styles.block)}>
        {children}
      </div>
    )
  }
  return isHidden ? (
    <>
      <span aria-hidden="true" className={styles.hidden}>
        {children}
      </span>
      <span className={styles.word}>{t('desk.safe.hidden')}</span>
    </>
  ) : (
    children
  )
}
