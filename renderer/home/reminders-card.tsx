import { Button, mergeClasses, Text } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { useHomeStyles } from './home-styles.ts'
import { LineName } from './line-name.tsx'

const shown = 6

type RemindersCardProps = { readonly onOpen: (requestId: string) => void; readonly onAll: () => void }

/** The requests whose day to ask again has come; nothing at all while there is none. */
export function RemindersCard({ onOpen, onAll }: RemindersCardProps) {
  const { t } = useTranslation()
  const home = useHomeStyles()
  const format = useFormat()
  const { value } = useView('request.list', {
    ...useAccountParam(),
    isDue: true,
    sort: { column: 'remindOn', direction: 'ascending' },
    limit: shown,
  })
  if (value === undefined || value.total === 0) {
    return null
  }
  return (
    <section className={home.card} aria-labelledby="home-reminders">
      <div className={home.head}>
        <Text as="h2" size={400} weight="semibold" id="home-reminders" className={home.heading}>
          {t('ledger.home.title')}
        </Text>
        <Button size="small" appearance="subtle" onClick={onAll}>
          {t('ledger.home.all', { count: value.total })}
        </Button>
      </div>
      <ul className={mergeClasses(home.list, home.lines)}>
        {value.rows.map((request) => (
          <li key={request.id}>
            <button type="button" className={home.line} onClick={() => onOpen(request.id)}>
              <LineName customerId={request.customerId} name={request.customerName} />
              <span className={mergeClasses(home.end, home.soon)}>
                {format.relative(request.remindOn ?? '')}
              </span>
              <span className={home.second}>{t(`requests.states.${request.state}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
