import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useImportFlow } from './import-flow.ts'
import { nameOf } from './import-way.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  choice: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** Asks which partner account a file is from, where there are several. */
export function AccountQuestion() {
  const { t } = useTranslation()
  const styles = useStyles()
  const accounts = useScope().accounts.filter((account) => !account.isSample)
  const pending = useUi((state) => state.pendingImport)
  const isSettingUp = useUi((state) => state.accountEditor !== null)
  const { set } = useUiActions()
  const { preview } = useImportFlow()
  const isHidden = useIsHidden()
  const [chosen, choose] = useState<string | null>(null)
  const accountId = chosen ?? accounts[0]?.id

  if (pending === null || isSettingUp || accountId === undefined) {
    return null
  }
  return (
    <Dialog open surfaceMotion={null} onOpenChange={() => set('pendingImport', null)}>
      <DialogSurface backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{t('imports.whichAccount')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>
              {nameOf(pending) === null || isHidden(null) ? '' : `${nameOf(pending)}: `}
              {t('imports.whichAccountText')}
            </Text>
            <RadioGroup
              value={accountId}
              onChange={(_, { value }) => choose(value)}
              aria-label={t('imports.account')}
            >
              {accounts.map((account) => (
                <Radio
                  key={account.id}
                  value={account.id}
                  label={
                    <span className={styles.choice}>
                      {account.companyName}
                      <CloudBadge cloud={account.cloud} />
                    </span>
                  }
                />
              ))}
            </RadioGroup>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => set('pendingImport', null)}>{t('common.cancel')}</Button>
            <Button appearance="primary" onClick={() => void preview(accountId, pending)}>
              {t('imports.continue')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
