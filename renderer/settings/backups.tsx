import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/contract/backup.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { width: '100%', margin: 0, padding: 0, listStyleType: 'none' },
  backup: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
  words: { flex: '1 1 240px', minWidth: 0, display: 'flex', flexDirection: 'column' },
})

/** The copies of the portfolio: when they were made, one more now, one elsewhere, and one in the portfolio's place. */
export function Backups() {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const notify = useNotify()
  const backups = useView('backup.list', {}).value
  const create = useCommand('backup.create')
  const save = useCommand('backup.save')
  const restore = useCommand('backup.restore')
  /** What is about to be restored: a backup, or a file that is yet to be chosen. */
  const [chosen, setChosen] = useState<Backup | 'file' | null>(null)
  const isBusy = create.pending || save.pending || restore.pending
  const error = create.error ?? save.error ?? restore.error

  const copyNow = async () => {
    const made = await create.run({})
    if (made.ok) {
      notify({ title: t('backups.made', { time: format.time(made.value.madeAt) }), intent: 'success' })
    }
  }
  const saveElsewhere = async (id: string) => {
    const saved = await save.run({ id })
    if (saved.ok) {
      notify({ title: t('backups.saved', { file: saved.value.fileName }), intent: 'success' })
    }
  }
  const goBack = async () => {
    const done = await restore.run(chosen === null || chosen === 'file' ? {} : { id: chosen.id })
    setChosen(null)
    if (done.ok) {
      notify({ title: t('backups.restarting'), intent: 'info' })
    }
  }
  return (
    <>
      <Text className={styles.quiet}>{t('backups.explain')}</Text>
      {error !== null && error.code !== 'CANCELLED' && <Problem error={error} />}
      <div className={styles.buttons}>
        <Button disabled={isBusy} onClick={() => void copyNow()}>
          {t('backups.create')}
        </Button>
        <Button appearance="subtle" disabled={isBusy} onClick={() => setChosen('file')}>
          {t('backups.fromFile')}
        </Button>
      </div>
      {backups !== undefined && backups.length === 0 && (
        <Text className={styles.quiet}>{t('backups.none')}</Text>
      )}
      {backups !== undefined && backups.length > 0 && (
        <ul className={styles.list} aria-label={t('backups.title')}>
          {backups.map((backup) => {
            const time = format.time(backup.madeAt)
            return (
              <li key={backup.id} className={styles.backup}>
                <span className={styles.words}>
                  <Text>{time}</Text>
                  <Text size={200} className={styles.quiet}>
                    {t('backups.about', {
                      reason: t(`backups.reasons.${backup.reason}`),
                      size: format.number(Math.max(0.1, Math.round(backup.bytes / 104_857.6) / 10)),
                    })}
                  </Text>
                </span>
                <span className={styles.buttons}>
                  <Button
                    size="small"
                    disabled={isBusy}
                    aria-label={t('backups.saveNamed', { time })}
                    onClick={() => void saveElsewhere(backup.id)}
                  >
                    {t('backups.save')}
                  </Button>
                  <Button
                    size="small"
                    disabled={isBusy}
                    aria-label={t('backups.restoreNamed', { time })}
                    onClick={() => setChosen(backup)}
                  >
                    {t('backups.restore')}
                  </Button>
                </span>
              </li>
            )
          })}
        </ul>
      )}
      {chosen !== null && (
        <Dialog
          open
          modalType="alert"
          surfaceMotion={null}
          onOpenChange={(_, { open }) => !open && setChosen(null)}
        >
          <DialogSurface backdropMotion={null}>
            <DialogBody>
              <DialogTitle>{t('backups.question')}</DialogTitle>
              <DialogContent>
                {chosen === 'file'
                  ? t('backups.questionFile')
                  : t('backups.questionTime', { time: format.time(chosen.madeAt) })}
              </DialogContent>
              <DialogActions>
                <Button disabled={restore.pending} onClick={() => setChosen(null)}>
                  {t('common.cancel')}
                </Button>
                <Button appearance="primary" disabled={restore.pending} onClick={() => void goBack()}>
                  {t(chosen === 'file' ? 'backups.chooseFile' : 'backups.confirm')}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </>
  )
}
