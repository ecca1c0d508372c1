import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Beaker16Regular } from '@fluentui/react-icons/svg/beaker'
import { Globe16Regular } from '@fluentui/react-icons/svg/globe'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { Shield16Regular } from '@fluentui/react-icons/svg/shield'
import { Cloud16Regular } from '@fluentui/react-icons/svg/cloud'
import { useTranslation } from 'react-i18next'
import type { Cloud } from '#shared/domain/cloud.ts'

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    height: '20px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    flexShrink: 0,
    verticalAlign: 'middle',
    '& svg': { width: '14px', height: '14px', flexShrink: 0 },
  },
  '21vianet': {
    backgroundColor: tokens.colorPaletteTealBackground2,
    color: tokens.colorPaletteTealForeground2,
  },
  global: {
    backgroundColor: tokens.colorPaletteRoyalBlueBackground2,
    color: tokens.colorPaletteRoyalBlueForeground2,
  },
  'us-government': {
    backgroundColor: tokens.colorPaletteLavenderBackground2,
    color: tokens.colorPaletteLavenderForeground2,
  },
  sample: {
    backgroundColor: tokens.colorPaletteGoldBackground2,
    color: tokens.colorPaletteGoldForeground2,
  },
  sign: { paddingInline: '3px' },
  quiet: {
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
})

const cloudIcons = {
  '21vianet': Cloud16Regular,
  global: Globe16Regular,
  'us-government': Shield16Regular,
} as const

/** Says which cloud something belongs to, in words, with a colour and a sign of its own. */
export function CloudBadge({ cloud }: { readonly cloud: Cloud }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const Icon = cloudIcons[cloud]
  return (
    <span className={mergeClasses(styles.badge, styles[cloud])} title={t(`clouds.${cloud}`)}>
      <Icon aria-hidden />
      {t(`cloudBadges.${cloud}`)}
    </span>
  )
}

/** Marks made-up data wherever it shows. */
export function SampleBadge() {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.badge, styles.sample)} title={t('sample.badgeHint')}>
      <Beaker16Regular aria-hidden />
      {t('sample.badge')}
    </span>
  )
}

/** Marks a row of a list as made up: the sign alone, for the room of the row belongs to its name. */
export function SampleSign() {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <span
      role="img"
      aria-label={t('sample.badge')}
      className={mergeClasses(styles.badge, styles.sample, styles.sign)}
      title={t('sample.badgeHint')}
    >
      <Beaker16Regular aria-hidden />
    </span>
  )
}

/** Says that something is only to be read, and why. */
export function ReadOnlyBadge({ reason }: { readonly reason: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.badge, styles.quiet)} title={reason}>
      <LockClosed16Regular aria-hidden />
      {t('common.readOnly')}
    </span>
  )
}
