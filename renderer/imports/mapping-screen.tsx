import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileFact } from '#shared/domain/file-reading.ts'
import { customerFacts, namingFacts, subscriptionFacts } from '#shared/domain/file-reading.ts'
import { useUi } from '#renderer/state/page-context.tsx'
import type { ImportReply } from '#renderer/state/ui-state.ts'
import { useImportFlow } from './import-flow.ts'
import { choiceOf } from './import-way.ts'
import { ImportHeader } from './import-header.tsx'
import { ReadingBar } from './reading-bar.tsx'

type Question = Extract<ImportReply, { step: 'mapping' }>

const useStyles = makeStyles({
  hint: {
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground2,
  },
  needed: {
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    color: tokens.colorStatusWarningForeground2,
  },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, fontVariantNumeric: 'tabular-nums' },
  head: {
    position: 'sticky',
    top: 0,
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
    '&:first-child': { paddingInlineStart: tokens.spacingHorizontalL },
    minWidth: '176px',
    maxWidth: '260px',
  },
  name: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  select: { marginTop: tokens.spacingVerticalXS },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    maxWidth: '260px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&:first-child': { paddingInlineStart: tokens.spacingHorizontalL },
    userSelect: 'text',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** Asks what the columns of an unknown table mean, over its first rows. */
export function MappingScreen({ reply }: { readonly reply: Question }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { again } = useImportFlow()
  const isReading = useUi((state) => state.running.includes('import.preview'))
  const [meanings, setMeanings] = useState<readonly (FileFact | null)[]>(() => proposed(reply))
  const mapping = meanings.flatMap((fact, column) => (fact === null ? [] : [{ fact, column }]))
  const isEnough = mapping.some(({ fact }) => namingFacts.has(fact))

  /** A fact has one column: choosing it for another takes it from the first. */
  const choose = (column: number, fact: FileFact | null) =>
    setMeanings(
      meanings.map((each, at) => (at === column ? fact : fact !== null && each === fact ? null : each)),
    )
  return (
    <>
      <ImportHeader title={t('importFlow.mapping.title')} note={reply.fileName} reply={reply}>
        <Button
          appearance="primary"
          disabled={!isEnough || isReading}
          onClick={() => void again(reply, { ...choiceOf(reply), mapping })}
        >
          {t('importFlow.mapping.go')}
        </Button>
      </ImportHeader>
      <Text className={styles.hint}>{t('importFlow.mapping.hint')}</Text>
      <ReadingBar reply={reply} kept={{ mapping: 'ask' }} />
      {!isEnough && (
        <Text role="status" className={styles.needed}>
          {t('importFlow.mapping.needed')}
        </Text>
      )}
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div
        className={styles.scroll}
        tabIndex={0}
        role="group"
        aria-label={t('importFlow.mapping.firstRows')}
        data-sideways
      >
        <table className={styles.table}>
          <thead>
            <tr>
              {reply.header.map((name, column) => (
                // The columns of a file have no other name than their place.
                // oxlint-disable-next-line no-array-index-key
                <th key={column} scope="col" className={styles.head}>
                  <span className={styles.name} title={name}>
                    {name === '' ? t('importFlow.mapping.empty') : name}
                  </span>
                  <Select
                    size="small"
                    className={styles.select}
                    aria-label={t('importFlow.mapping.column', { column: name })}
                    value={meanings[column] ?? ''}
                    onChange={(_, { value }) => choose(column, value === '' ? null : (value as FileFact))}
                  >
                    <option value="">{t('importFlow.mapping.ignored')}</option>
                    <optgroup label={t('importFlow.mapping.customerFacts')}>
                      {customerFacts.map((fact) => (
                        <option key={fact} value={fact}>
                          {t(`importFacts.${fact}`)}
                        </option>
                      ))}
                    </optgroup>
                    <optgroup label={t('importFlow.mapping.subscriptionFacts')}>
                      {subscriptionFacts.map((fact) => (
                        <option key={fact} value={fact}>
                          {t(`importFacts.${fact}`)}
                        </option>
                      ))}
                    </optgroup>
                  </Select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reply.rows.map((row, at) => (
              // oxlint-disable-next-line no-array-index-key
              <tr key={at}>
                {reply.header.map((_, column) => (
                  // oxlint-disable-next-line no-array-index-key
                  <td key={column} className={styles.cell} title={row[column]}>
                    {row[column] === undefined || row[column] === '' ? (
                      <span className={styles.quiet}>–</span>
                    ) : (
                      row[column]
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function proposed({ header, proposal }: Question): readonly (FileFact | null)[] {
  return header.map((_, column) => proposal.find((entry) => entry.column === column)?.fact ?? null)
}
