import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useUi } from '#renderer/state/page-context.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'inline-block',
    width: '8em',
    maxWidth: '100%',
    height: '0.8em',
    verticalAlign: 'baseline',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralForeground3,
    opacity: 0.35,
    filter: 'blur(3px)',
    '@media (forced-colors: active)': { filter: 'none', opacity: 1, border: '1px solid GrayText' },
  },
  short: { width: '3em' },
  word: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  part: {
    flex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
    '& svg': { flexShrink: 0 },
  },
})

/** Says whether texts of a customer must not be read now; `null` stands for one nobody can have chosen. */
export function useIsHidden(): (customerId: string | null) => boolean {
  const { isOn, customerId: chosen } = useUi((state) => state.safe)
  return useCallback((customerId) => isOn && (customerId === null || customerId !== chosen), [isOn, chosen])
}

type PrivateProps = {
  /** Whose text it is; `null` for one that belongs to somebody nobody can have chosen. */
  readonly customerId: string | null
  readonly children: ReactNode
}

/**
 * A text that names or describes a customer: while another one is shown it is not on the page at all, neither for
 * eyes nor for screen readers nor for a copy.
 */
export function Private({ customerId, children }: PrivateProps) {
  const isHidden = useIsHidden()(customerId)
  return isHidden ? <HiddenText /> : children
}

type HiddenTextProps = {
  readonly isShort?: boolean
  /** Says that the same row has already said that it is hidden. */
  readonly isSilent?: boolean
}

/** What stands where a text is hidden. */
export function HiddenText({ isShort = false, isSilent = false }: HiddenTextProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <>
      <span aria-hidden className={mergeClasses(styles.bar, isShort && styles.short)} />
      {!isSilent && <span className={styles.word}>{t('desk.safe.hidden')}</span>}
    </>
  )
}

/** A part of a screen that is all about one customer. */
export function PrivatePart({ customerId, children }: PrivateProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const isHidden = useIsHidden()(customerId)
  return isHidden ? (
    <div className={styles.part}>
      <EyeOff20Regular aria-hidden />
      <Text>{t(customerId === null ? 'desk.safe.hiddenHere' : 'desk.safe.hiddenPart')}</Text>
    </div>
  ) : (
    children
  )
}
