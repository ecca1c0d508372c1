import { Button, Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTimeZone } from '#shared/domain/time-zone.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  field: { width: '100%', maxWidth: '420px' },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  scroll: { width: '100%', overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
})

function isDateOrEmpty(text: string): boolean {
  return text === '' || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)))
}

/** The second clock, the holidays, and the dated rules behind "if nobody acts". */
export function RenewalSettings() {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { preferences } = useScope()
  const update = useCommand('preferences.update')
  const rules = useView('renewal.rules', {}).value
  const [zone, setZone] = useState(preferences.deadlineZone)
  const [from, setFrom] = useState(preferences.extendedServiceTermsFrom ?? '')
  const isZone = isTimeZone(zone.trim())
  const isDate = isDateOrEmpty(from.trim())

  const save = async () => {
    const result = await update.run({
      deadlineZone: zone.trim(),
      extendedServiceTermsFrom: from.trim() === '' ? null : from.trim(),
    })
    if (result.ok) {
      notify({ title: t('renewalSettings.saved'), intent: 'success' })
    }
  }
  return (
    <>
      <Field
        className={styles.field}
        label={t('renewalSettings.zone')}
        hint={t('renewalSettings.zoneHint')}
        {...(isZone ? {} : { validationMessage: t('renewalSettings.zoneInvalid') })}
      >
        <Input value={zone} maxLength={64} spellCheck={false} onChange={(_, { value }) => setZone(value)} />
      </Field>
      <Field
        className={styles.field}
        label={t('renewalSettings.extended')}
        hint={t('renewalSettings.extendedHint')}
        {...(isDate ? {} : { validationMessage: t('renewalSettings.dateInvalid') })}
      >
        <Input value={from} maxLength={10} spellCheck={false} onChange={(_, { value }) => setFrom(value)} />
      </Field>
      <Button disabled={!isZone || !isDate || update.pending} onClick={() => void save()}>
        {t('renewalSettings.save')}
      </Button>
      <Checkbox
        label={t('renewalSettings.holidays')}
        checked={preferences.hasHolidays}
        onChange={(_, { checked }) => void update.run({ hasHolidays: checked === true })}
      />
      {rules !== undefined && (
        <Text size={200} className={styles.quiet}>
          {t('renewalSettings.holidaysHint', rules.holidayYears)}
        </Text>
      )}
      {update.error !== null && <Problem error={update.error} />}
      {rules !== undefined && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className={styles.cell}>{t('renewalSettings.rules')}</caption>
            <thead>
              <tr>
                {(['says', 'document', 'validity'] as const).map((column) => (
                  <th key={column} scope="col" className={styles.cell}>
                    {t(`renewalSettings.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rules.rules.map((rule) => (
                <tr key={rule.id}>
                  <td className={styles.cell}>{t(`renewalSettings.outcomes.${rule.outcome}`)}</td>
                  <td className={styles.cell}>{`${rule.title}, ${rule.edition}`}</td>
                  <td className={styles.cell}>
                    {rule.from !== null
                      ? t('renewalSettings.from', { date: rule.from })
                      : rule.until !== null
                        ? t('renewalSettings.until', { date: rule.until })
                        : t('renewalSettings.always')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
