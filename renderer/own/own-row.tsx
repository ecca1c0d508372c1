import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  action: { margin: 0 },
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 160px) minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    minHeight: '36px',
    paddingBlock: tokens.spacingVerticalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  wide: { gridColumn: '2 / span 2' },
})

type OwnRowProps = {
  readonly name: string
  /** What opens the editing; absent while the editor itself stands in the row. */
  readonly onEdit?: (() => void) | undefined
  readonly children: ReactNode
}

/** One thing the user keeps of a customer, with the button that changes it. */
export function OwnRow({ name, onEdit, children }: OwnRowProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <dt className={styles.name}>{name}</dt>
      {onEdit === undefined ? (
        <dd className={`${styles.value} ${styles.wide}`}>{children}</dd>
      ) : (
        <>
          <dd className={styles.value}>{children}</dd>
          <dd className={styles.action}>
            <Tooltip content={t('own.editNamed', { name })} relationship="label">
              <Button size="small" appearance="subtle" icon={<EditRegular />} onClick={onEdit} />
            </Tooltip>
          </dd>
        </>
      )}
    </div>
  )
}
