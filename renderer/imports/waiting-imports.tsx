import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons/svg/document'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useImportFlow } from './import-flow.ts'
import { nameOfWaiting } from './import-way.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
    color: tokens.colorNeutralForeground2,
  },
  names: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    flexShrink: 0,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '160px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    '& + &': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  grow: { flex: 1 },
})

/** Says at the head of an import what waits behind it, and leads to where that can be changed. */
export function WaitingLine() {
  const { t } = useTranslation()
  const styles = useStyles()
  const waiting = useUi((state) => state.waitingImports)
  const isHidden = useIsHidden()
  const { go } = useUiActions()
  if (waiting.length === 0) {
    return null
  }
  const count = waiting.length
  const text = isHidden(null)
    ? t('imports.waitingCount', { count })
    : t('imports.waitingLine', { count, names: waiting.map(nameOfWaiting).join(', ') })
  return (
    <div className={styles.line}>
      <Text size={200} role="status" className={styles.names} title={text}>
        {text}
      </Text>
      <Button size="small" onClick={() => go({ screen: 'imports' })}>
        {t('imports.showWaiting')}
      </Button>
    </div>
  )
}

/** The files that wait to be imported, in their order; each can be taken first or removed. */
export function WaitingList() {
  const { t } = useTranslation()
  const styles = useStyles()
  const waiting = useUi((state) => state.waitingImports)
  const isBusy = useUi((state) =>
    state.running.some((command) => command === 'import.preview' || command === 'import.apply'),
  )
  const isHidden = useIsHidden()
  const { open, remove } = useImportFlow()
  const titleId = useId()
  if (waiting.length === 0) {
    return null
  }
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {t('imports.waiting')}
        </h2>
        <Text size={200} className={styles.quiet}>
          {t('imports.waitingHint')}
        </Text>
      </div>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <ul className={styles.list} tabIndex={0} aria-labelledby={titleId}>
        {waiting.map((each) => {
          const fileName = isHidden(null) ? t('desk.safe.hidden') : nameOfWaiting(each)
          return (
            <li key={each.key} className={styles.entry}>
              <DocumentRegular aria-hidden />
              <span className={styles.names} title={fileName}>
                {fileName}
              </span>
              {each.kind === 'reply' && (
                <Text size={200} className={styles.quiet}>
                  {t('imports.putAside')}
                </Text>
              )}
              <span className={styles.grow} />
              <Button
                size="small"
                disabled={isBusy}
                aria-label={t('imports.openWaitingNamed', { fileName })}
                onClick={() => void open(each.key)}
              >
                {t('imports.openWaiting')}
              </Button>
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('imports.removeWaitingNamed', { fileName })}
                onClick={() => void remove(each.key)}
              >
                {t('imports.removeWaiting')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
