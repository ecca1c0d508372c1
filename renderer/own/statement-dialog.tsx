import {
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDateOf, isCivilDate } from '#shared/domain/civil-date.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { FormDialog } from '#renderer/parts/form-dialog.tsx'
import { LongText } from '#renderer/parts/long-text.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import type { PrivilegeState } from './privilege-state.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '480px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3 },
  date: { maxWidth: '160px' },
})

const states = ['yes', 'no', 'unknown'] as const

type StatementDialogProps = {
  readonly customer: ViewValue<'customer.detail'>
  readonly onClose: () => void
  readonly onDone: (title: string) => void
}

/** Records what a customer said about delegated privileges, with the day it was said. */
export function StatementDialog({ customer, onClose, onDone }: StatementDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const command = useCommand('privileges.state')
  const { statement } = customer
  const [value, setValue] = useState<PrivilegeState>(statement?.value ?? 'yes')
  const [toldOn, setToldOn] = useState(statement?.toldOn ?? civilDateOf(new Date()))
  const [note, setNote] = useState(statement?.note ?? '')
  const [isTried, setIsTried] = useState(false)
  const isDateWrong = !isCivilDate(toldOn.trim())
  const save = async (isWithdrawn: boolean) => {
    setIsTried(true)
    if (isDateWrong && !isWithdrawn) {
      return
    }
    const next = isWithdrawn ? null : { value, toldOn: toldOn.trim(), note }
    if ((await command.run({ customerId: customer.id, statement: next })).ok) {
      onDone(t(isWithdrawn ? 'own.privileges.withdrawn' : 'own.privileges.saved'))
    }
  }
  return (
    <FormDialog className={styles.surface} onClose={onClose} onSubmit={() => void save(false)}>
      <DialogTitle>{t('own.privileges.title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <Text className={styles.quiet}>{t('own.privileges.hint')}</Text>
        {command.error !== null && <Problem error={command.error} />}
        <Field label={t('own.privileges.value')}>
          <RadioGroup
            layout="horizontal"
            value={value}
            onChange={(_, { value: chosen }) => setValue(chosen as PrivilegeState)}
          >
            {states.map((state) => (
              <Radio key={state} value={state} label={t(`own.privileges.states.${state}`)} />
            ))}
          </RadioGroup>
        </Field>
        <Field
          label={t('own.privileges.toldOn')}
          validationMessage={isTried && isDateWrong ? t('own.privileges.dateProblem') : null}
        >
          <Input
            className={styles.date}
            value={toldOn}
            placeholder={t('table.editor.datePlaceholder')}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value: typed }) => setToldOn(typed)}
          />
        </Field>
        <Field label={t('own.privileges.note')} hint={t('own.privileges.noteHint')}>
          <LongText value={note} rows={2} most={2_000} onChange={(_, { value: typed }) => setNote(typed)} />
        </Field>
      </DialogContent>
      {statement !== null && (
        <DialogActions position="start">
          <Button appearance="subtle" disabled={command.pending} onClick={() => void save(true)}>
            {t('own.privileges.withdraw')}
          </Button>
        </DialogActions>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" appearance="primary" disabled={command.pending}>
          {t('own.privileges.record')}
        </Button>
      </DialogActions>
    </FormDialog>
  )
}
