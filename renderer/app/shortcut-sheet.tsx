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
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { actionGroups, actionIds, specOf } from '#shared/actions.ts'
import { KeyCaps } from '#renderer/parts/key-caps.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'

const useStyles = makeStyles({
  surface: { width: 'min(880px, calc(100vw - 48px))', maxWidth: 'none' },
  columns: { columns: '340px 2', columnGap: tokens.spacingHorizontalXXL },
  group: { breakInside: 'avoid', marginBottom: tokens.spacingVerticalL },
  heading: { margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  list: { margin: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '28px',
    breakInside: 'avoid',
  },
  keys: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
})

/** Every action that has keys, with them, by group. */
export function ShortcutSheet() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { set } = useUiActions()
  return (
    <Dialog open surfaceMotion={null} onOpenChange={(_, { open }) => !open && set('overlay', null)}>
      <DialogSurface className={styles.surface} backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{t('desk.shortcuts.title')}</DialogTitle>
          <DialogContent>
            <div className={styles.columns}>
              {actionGroups.map((group) => (
                <section key={group} className={styles.group}>
                  <Text as="h3" weight="semibold" block className={styles.heading}>
                    {t(`desk.groups.${group}`)}
                  </Text>
                  <dl className={styles.list}>
                    {actionIds
                      .filter((id) => specOf(id).group === group && specOf(id).keys.length > 0)
                      .map((id) => (
                        <div key={id} className={styles.row}>
                          <dt>{t(`desk.actions.${id}`)}</dt>
                          <dd className={styles.keys}>
                            {specOf(id).keys.map((keys, index) => (
                              <Fragment key={keys}>
                                {index > 0 && t('desk.shortcuts.or')}
                                <KeyCaps keys={keys} />
                              </Fragment>
                            ))}
                          </dd>
                        </div>
                      ))}
                  </dl>
                </section>
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => set('overlay', null)}>
              {t('desk.shortcuts.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
