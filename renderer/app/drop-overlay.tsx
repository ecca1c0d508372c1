import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  overlay: {
    position: 'fixed',
    inset: tokens.spacingHorizontalS,
    zIndex: 2_000_000,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    color: tokens.colorNeutralForeground1,
    textAlign: 'center',
    pointerEvents: 'none',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    '& svg': { width: '40px', height: '40px', color: tokens.colorBrandForeground1 },
  },
})

/** Shows that a file may be dropped here. */
export function DropOverlay() {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.overlay} role="status">
      <div className={styles.card}>
        <ArrowImportRegular aria-hidden />
        <Text size={500} weight="semibold">
          {t('imports.dropTitle')}
        </Text>
        <Text>{t('imports.dropHint')}</Text>
      </div>
    </div>
  )
}
