import { Button, Label, makeStyles, Select, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReply } from '#renderer/state/ui-state.ts'
import { useUi } from '#renderer/state/page-context.tsx'
import { useImportFlow } from './import-flow.ts'
import type { ReadChoice } from './import-way.ts'
import { choiceOf } from './import-way.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
  },
  choice: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
})

const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const
const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', '，': 'wideComma' } as const
const dateOrders = ['month-first', 'day-first'] as const

type ReadingBarProps = {
  readonly reply: ImportReply
  /** What the user has chosen beyond how the file is read: it must not be lost when it is read again. */
  readonly kept?: ReadChoice
}

/** How the file was read, and the choices to read it otherwise; each reads it again at once. */
export function ReadingBar({ reply, kept = {} }: ReadingBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { again } = useImportFlow()
  const isReading = useUi((state) => state.running.includes('import.preview'))
  const chosen: ReadChoice = { ...choiceOf(reply), ...kept }
  const read = (choice: ReadChoice) => void again(reply, { ...chosen, ...choice })
  /** What makes other rows of the file has another header. */
  const readAnew = (choice: ReadChoice) => {
    const { headerRow: _found, ...rest } = chosen
    void again(reply, { ...rest, ...choice })
  }
  const isTable = reply.delimiter !== null || reply.sheet !== null
  const hasOwnOrder = reply.step === 'changes' && reply.shape === 'reconciliation-21vianet'
  if (!isTable) {
    return null
  }
  return (
    <div role="group" aria-label={t('importFlow.reading.label')} className={styles.root}>
      {reply.encoding !== null && reply.delimiter !== null && (
        <>
          <Choice label={t('importFlow.reading.encoding')}>
            {(id) => (
              <Select
                id={id}
                size="small"
                value={reply.encoding ?? ''}
                disabled={isReading}
                onChange={(_, { value }) =>
                  readAnew({ encoding: encodings.find((each) => each === value) ?? 'utf-8' })
                }
              >
                {encodings.map((encoding) => (
                  <option key={encoding} value={encoding}>
                    {t(`imports.encodings.${encoding}`)}
                  </option>
                ))}
              </Select>
            )}
          </Choice>
          <Choice label={t('importFlow.reading.delimiter')}>
            {(id) => (
              <Select
                id={id}
                size="small"
                value={reply.delimiter ?? ''}
                disabled={isReading}
                onChange={(_, { value }) => readAnew({ delimiter: value as keyof typeof delimiterNames })}
              >
                {Object.entries(delimiterNames).map(([delimiter, name]) => (
                  <option key={name} value={delimiter}>
                    {t(`importFlow.reading.delimiters.${name}`)}
                  </option>
                ))}
              </Select>
            )}
          </Choice>
        </>
      )}
      {reply.sheets.length > 1 && (
        <Choice label={t('importFlow.reading.sheet')}>
          {(id) => (
            <Select
              id={id}
              size="small"
              value={reply.sheet ?? ''}
              disabled={isReading}
              onChange={(_, { value }) => readAnew({ sheet: value })}
            >
              {reply.sheets.map((sheet) => (
                <option key={sheet} value={sheet}>
                  {sheet}
                </option>
              ))}
            </Select>
          )}
        </Choice>
      )}
      {reply.headerRow !== null && (
        <Choice label={t('importFlow.reading.headerRow')}>
          {(id) => (
            <Select
              id={id}
              size="small"
              value={String(reply.headerRow)}
              disabled={isReading}
              onChange={(_, { value }) => read({ headerRow: Number(value) })}
            >
              {rowsToChoose(reply.headerRow ?? 1).map((row) => (
                <option key={row} value={row}>
                  {row}
                </option>
              ))}
            </Select>
          )}
        </Choice>
      )}
      {!hasOwnOrder && (
        <Choice label={t('importFlow.reading.dateOrder')}>
          {(id) => (
            <Select
              id={id}
              size="small"
              value={reply.dateOrder ?? ''}
              disabled={isReading}
              onChange={(_, { value }) => {
                read({ dateOrder: dateOrders.find((each) => each === value) ?? 'none' })
              }}
            >
              <option value="">{t('importFlow.reading.dateOrders.unknown')}</option>
              {dateOrders.map((order) => (
                <option key={order} value={order}>
                  {t(`importFlow.reading.dateOrders.${order}`)}
                </option>
              ))}
            </Select>
          )}
        </Choice>
      )}
      {reply.step === 'changes' && reply.shape === 'mapped' && (
        <Button size="small" disabled={isReading} onClick={() => read({ mapping: 'ask' })}>
          {t('importFlow.reading.columns')}
        </Button>
      )}
    </div>
  )
}

/** The rows a header may stand in, and the one it was found in. */
function rowsToChoose(found: number): readonly number[] {
  const top = Array.from({ length: 20 }, (_, at) => at + 1)
  return found > top.length ? [...top, found] : top
}

function Choice({
  label,
  children,
}: {
  readonly label: string
  readonly children: (id: string) => ReactNode
}) {
  const styles = useStyles()
  const id = useId()
  return (
    <span className={styles.choice}>
      <Label htmlFor={id} className={styles.label}>
        {label}
      </Label>
      {children(id)}
    </span>
  )
}
