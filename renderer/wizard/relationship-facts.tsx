import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { Info16Regular } from '@fluentui/react-icons/svg/info'
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useTranslation } from 'react-i18next'
import { doesNotStatements, type Cloud } from '#shared/domain/cloud.ts'
import { CapabilitiesInfo } from './capabilities-info.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
  },
  heading: { margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  item: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '& svg': { flexShrink: 0 },
  },
  icon: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  warning: { display: 'inline-flex', color: tokens.colorStatusWarningForeground2 },
  does: { marginTop: tokens.spacingVerticalS },
})

/** What a relationship does not do, always in sight, and what it does in this cloud. */
export function RelationshipFacts({ cloud }: { readonly cloud: Cloud | null }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <section className={styles.root} aria-label={t('wizard.facts.heading')}>
      <Text as="h2" size={200} weight="semibold" className={styles.heading}>
        {t('wizard.facts.heading')}
      </Text>
      <ul className={styles.list}>
        {doesNotStatements.map((statement) => (
          <li key={statement} className={styles.item}>
            <span className={styles.icon} aria-hidden>
              <SubtractCircle16Regular />
            </span>
            {t(`wizard.facts.${statement}`)}
          </li>
        ))}
      </ul>
      {cloud !== null && (
        <>
          <Text as="h2" size={200} weight="semibold" className={mergeClasses(styles.heading, styles.does)}>
            {t('wizard.facts.doesHeading')}
          </Text>
          <div className={styles.item}>
            <span className={cloud === 'us-government' ? styles.warning : styles.icon} aria-hidden>
              {cloud === 'us-government' ? <Warning16Regular /> : <Info16Regular />}
            </span>
            <span>{t(`wizard.facts.does.${cloud}`)}</span>
          </div>
          <CapabilitiesInfo cloud={cloud} />
        </>
      )}
    </section>
  )
}
