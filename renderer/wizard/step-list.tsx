import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { useTranslation } from 'react-i18next'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { wizardSteps } from '#renderer/state/request-draft.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    '@media (max-width: 799px)': { flexDirection: 'row', flexWrap: 'wrap' },
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '32px',
    '@media (max-width: 799px)': { width: 'max-content' },
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { color: tokens.colorNeutralForeground3, backgroundColor: 'transparent', cursor: 'default' },
  },
  current: { backgroundColor: tokens.colorNeutralBackground2Selected, fontWeight: tokens.fontWeightSemibold },
  number: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  currentNumber: {
    border: 'none',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  doneNumber: {
    border: 'none',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
})

/** The wizard's steps; those already answered can be gone back to. */
export function StepList({ view }: { readonly view: DraftView }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { moveDraft } = useUiActions()
  const { draft, isAnswered } = view
  return (
    <nav aria-label={t('wizard.stepsLabel')}>
      <ol className={styles.list}>
        {wizardSteps.map((step, index) => {
          const isCurrent = step === draft.step
          const isReachable = wizardSteps.slice(0, index).every((earlier) => isAnswered[earlier])
          // What follows from an earlier answer is not done before it has been seen.
          const isDone = isAnswered[step] && isReachable && index < wizardSteps.indexOf(draft.step)
          return (
            <li key={step}>
              <button
                type="button"
                className={mergeClasses(styles.step, isCurrent && styles.current)}
                aria-current={isCurrent ? 'step' : undefined}
                disabled={!isReachable}
                onClick={() => moveDraft({ step })}
              >
                <span
                  aria-hidden
                  className={mergeClasses(
                    styles.number,
                    isDone && styles.doneNumber,
                    isCurrent && styles.currentNumber,
                  )}
                >
                  {isDone ? <Checkmark16Regular /> : index + 1}
                </span>
                {t(`wizard.steps.${step}`)}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
