import {
  Button,
  Dropdown,
  Field,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableFormat } from '#shared/contract/export.ts'
import { languages, type Language } from '#shared/domain/cloud.ts'
import { exportColumns } from '#shared/domain/export-columns.ts'
import type { CommandInput } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useUi } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { PopupCard } from '#renderer/table/popups/popup-card.tsx'
import { placesOf, type List } from '#renderer/table/use-list.ts'

const useStyles = makeStyles({
  size: { fontVariantNumeric: 'tabular-nums' },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
  warning: { color: tokens.colorStatusWarningForeground2, textWrap: 'pretty' },
})

const formats: readonly TableFormat[] = ['xlsx', 'csv', 'tsv', 'md']

type ExportCardProps = {
  readonly list: List<unknown>
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** Writes what a list shows to a file, after saying how much that is. */
export function ExportCard({ list, anchor, onClose }: ExportCardProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { preferences } = useScope()
  const isSafe = useUi((state) => state.safe.isOn)
  const command = useCommand('list.export')
  const [format, setFormat] = useState<TableFormat>('xlsx')
  const [hasAll, setHasAll] = useState(false)
  const [language, setLanguage] = useState<Language>(
    preferences.language === 'system' ? (i18n.language as Language) : preferences.language,
  )
  const all = Object.keys(exportColumns(list.name))
  const shown = placesOf(list)
    .map(({ column }) => column)
    .filter((column) => all.includes(column))
  const rows = list.total ?? 0
  const columns = hasAll ? all : shown

  const save = async () => {
    const input = { list: list.name, ...list.query, format, language, columns }
    const done = await command.run(input as CommandInput<'list.export'>)
    if (done.ok) {
      notify({
        title: t('exports.saved', { fileName: done.value.fileName }),
        body: t('exports.savedSize', { rows: done.value.rows, columns: done.value.columns }),
        intent: 'success',
      })
      onClose()
      anchor.focus()
    }
  }

  return (
    <PopupCard label={t('exports.label')} anchor={anchor} align="end" onClose={onClose}>
      <Field label={t('exports.format')}>
        <RadioGroup value={format} onChange={(_, { value }) => setFormat(value as TableFormat)}>
          {formats.map((each) => (
            <Radio key={each} value={each} label={t(`exports.formats.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('exports.columns')}>
        <RadioGroup
          layout="horizontal"
          value={hasAll ? 'all' : 'shown'}
          onChange={(_, { value }) => setHasAll(value === 'all')}
        >
          <Radio value="shown" label={t('exports.shown', { count: shown.length })} />
          <Radio value="all" label={t('exports.all', { count: all.length })} />
        </RadioGroup>
      </Field>
      <Field label={t('exports.language')}>
        <Dropdown
          inlinePopup
          selectedOptions={[language]}
          value={t(`languages.${language}`)}
          onOptionSelect={(_, { optionValue }) => setLanguage(optionValue as Language)}
        >
          {languages.map((each) => (
            <Option key={each} value={each}>
              {t(`languages.${each}`)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {isSafe && (
        <Text size={200} className={styles.warning}>
          {t('exports.hidden')}
        </Text>
      )}
      {command.error !== null && command.error.code !== 'CANCELLED' && <Problem error={command.error} />}
      <div className={styles.foot}>
        <Text role="status" size={200} className={styles.size}>
          {t('exports.size', { rows, columns: columns.length })}
        </Text>
        <Button
          appearance="primary"
          disabled={command.pending || list.total === undefined}
          onClick={() => void save()}
        >
          {t('exports.save')}
        </Button>
      </div>
    </PopupCard>
  )
}
