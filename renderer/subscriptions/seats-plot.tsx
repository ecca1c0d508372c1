import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, margin: 0 },
  plot: { display: 'block', width: '100%', height: '72px', overflow: 'visible' },
  line: { fill: 'none', stroke: tokens.colorBrandBackground, strokeWidth: '2px' },
  base: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
})

const width = 400
const height = 64

/** The seats of a subscription from import to import, as steps: between two imports nobody knows more. */
export function SeatsPlot({ seats }: Pick<ViewValue<'subscription.history'>, 'seats'>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const points = seats.filter((each): each is { at: string; quantity: number } => each.quantity !== null)
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 2) {
    return null
  }
  const start = Date.parse(first.at)
  const span = Math.max(1, Date.parse(last.at) - start)
  const most = Math.max(1, ...points.map(({ quantity }) => quantity))
  const place = ({ at, quantity }: (typeof points)[number]) => ({
    x: ((Date.parse(at) - start) / span) * width,
    y: height - (quantity / most) * (height - 8),
  })
  const steps = points
    .map(place)
    .map(({ x, y }, index) => (index === 0 ? `M${x},${y}` : `H${x}V${y}`))
    .join('')
  const values = points.map(({ at, quantity }) => `${format.date(at)} ${format.number(quantity)}`).join(', ')
  return (
    <figure className={styles.root}>
      <Text as="span" size={200}>
        {t('subscriptionPage.seats')}
      </Text>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('subscriptionPage.seatsPlot', { values })}
      >
        <line
          className={styles.base}
          x1={0}
          x2={width}
          y1={height}
          y2={height}
          vectorEffect="non-scaling-stroke"
        />
        <path className={styles.line} d={steps} vectorEffect="non-scaling-stroke" />
      </svg>
      <span className={styles.ends}>
        <Text size={200}>{`${format.date(first.at)}: ${format.number(first.quantity)}`}</Text>
        <Text size={200}>{`${format.date(last.at)}: ${format.number(last.quantity)}`}</Text>
      </span>
    </figure>
  )
}
