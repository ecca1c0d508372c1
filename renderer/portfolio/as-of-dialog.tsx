import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDateOf, isCivilDate } from '#shared/domain/civil-date.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '480px' },
  show: { whiteSpace: 'nowrap' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3 },
  date: { maxWidth: '176px' },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  day: { fontVariantNumeric: 'tabular-nums' },
})

/** Imports whose days are offered. */
const offered = 40
const shownDays = 8

/** Asks for the day the whole portfolio is read as of. */
export function AsOfDialog() {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const { set } = useUiActions()
  const asOf = useUi((state) => state.asOf)
  const today = civilDateOf(new Date())
  const imports = useView('import.list', { ...useAccountParam(), limit: offered }).value
  const days = [...new Set(imports?.rows.map(({ importedAt }) => format.date(importedAt)))]
    .filter((day) => day < today)
    .slice(0, shownDays)
  const [typed, setTyped] = useState(asOf ?? days[0] ?? '')
  const [isTried, setIsTried] = useState(false)
  const wanted = typed.trim()
  const isWrong = !isCivilDate(wanted) || wanted > today
  const close = () => set('overlay', null)
  const show = (day: string) => {
    // Today is no earlier day: the portfolio is as it is.
    set('asOf', day === today ? null : day)
    close()
  }
  return (
    <Dialog open surfaceMotion={null} onOpenChange={close}>
      <DialogSurface backdropMotion={null} className={styles.surface}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setIsTried(true)
            if (!isWrong) {
              show(wanted)
            }
          }}
        >
          <DialogBody>
            <DialogTitle>{t('portfolio.past.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text className={styles.quiet}>{t('portfolio.past.hint')}</Text>
              <Field
                label={t('portfolio.past.day')}
                validationMessage={isTried && isWrong ? t('portfolio.past.problem') : null}
              >
                <Input
                  autoFocus
                  className={styles.date}
                  value={typed}
                  placeholder={t('table.editor.datePlaceholder')}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(_, { value }) => setTyped(value)}
                />
              </Field>
              {days.length > 0 && (
                <div role="group" aria-label={t('portfolio.past.days')} className={styles.days}>
                  {days.map((day) => (
                    <Button key={day} size="small" className={styles.day} onClick={() => show(day)}>
                      {day}
                    </Button>
                  ))}
                </div>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>{t('common.cancel')}</Button>
              <Button type="submit" appearance="primary" className={styles.show}>
                {t('portfolio.past.show')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
