import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right'
import { useTranslation } from 'react-i18next'
import { useFactText, type FactChange } from './fact-text.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  field: { color: tokens.colorNeutralForeground2 },
  before: { color: tokens.colorNeutralForeground3 },
  after: { fontWeight: tokens.fontWeightSemibold },
  arrow: { alignSelf: 'center', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

type ChangeLineProps = {
  readonly change: FactChange
  /** Says that there was nothing before, so that nothing is said of it. */
  readonly isNew?: boolean
}

/** A fact with what it was and what it is; read out as one sentence. */
export function ChangeLine({ change, isNew }: ChangeLineProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const text = useFactText()
  const field = text.field(change.field)
  const before = text.value(change.field, change.before)
  const after = text.value(change.field, change.after)
  if (isNew === true) {
    return (
      <span className={styles.root}>
        <span className={styles.field}>{field}</span> <span className={styles.after}>{after}</span>
      </span>
    )
  }
  return (
    <span className={styles.root}>
      <span className={styles.hidden}>{t('portfolio.change', { field, before, after })}</span>
      <span aria-hidden className={styles.field}>
        {field}
      </span>
      <span aria-hidden className={styles.before}>
        {before}
      </span>
      <ArrowRight12Regular aria-hidden className={styles.arrow} />
      <span aria-hidden className={styles.after}>
        {after}
      </span>
    </span>
  )
}
