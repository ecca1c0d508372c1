import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { DocumentPdfRegular } from '@fluentui/react-icons/svg/document-pdf'
import { MailArrowUpRegular } from '@fluentui/react-icons/svg/mail-arrow-up'
import { QrCodeRegular } from '@fluentui/react-icons/svg/qr-code'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '#shared/domain/cloud.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { mailtoOf, useKit, type KitWay } from '#renderer/requests/use-kit.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
})

type KitButtonsProps = {
  readonly view: DraftView
  /** Writes the request to the ledger where it is not there yet. */
  readonly requestIdOf: () => Promise<string>
  readonly isDisabled: boolean
}

/** The rest of the invitation kit in the wizard's last step: mail program, chat, QR code and acceptance guide. */
export function KitButtons({ view, requestIdOf, isDisabled }: KitButtonsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const hint = useId()
  const { moveDraft } = useUiActions()
  const kit = useKit(requestIdOf)
  const { filled, link, language, draft } = view
  if (link === null) {
    return null
  }
  const mail = mailtoOf({ ...filled, link, language, recipients: draft.recipients })
  const disabled = isDisabled || kit.pending

  const run = (wanted: KitWay) => async () => {
    const told = await kit.run(wanted)
    if (told !== null && (wanted.way === 'chat' || wanted.way === 'mail-program')) {
      moveDraft({ copied: wanted.way })
    } else if (told !== null) {
      notify({ title: told })
    }
  }
  return (
    <section className={styles.root} aria-label={t('ledger.more')}>
      <Text weight="semibold">{t('ledger.more')}</Text>
      <div className={styles.buttons}>
        <Button
          icon={<MailArrowUpRegular />}
          disabled={disabled || !mail.fits}
          aria-describedby={hint}
          onClick={run({ way: 'mail-program' })}
        >
          {t('ledger.kit.mailProgram')}
        </Button>
        <Button icon={<ChatRegular />} disabled={disabled} onClick={run({ way: 'chat' })}>
          {t('ledger.kit.chat')}
        </Button>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<QrCodeRegular />} disabled={disabled}>
              {t('ledger.kit.qr')}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={run({ way: 'qr-png' })}>{t('ledger.kit.qrPng')}</MenuItem>
              <MenuItem onClick={run({ way: 'qr-svg' })}>{t('ledger.kit.qrSvg')}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<DocumentPdfRegular />} disabled={disabled}>
              {t('ledger.kit.guide')}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {languages.map((each) => (
                <MenuItem key={each} onClick={run({ way: 'guide', language: each })}>
                  {t('ledger.kit.guideNamed', { language: t(`languages.${each}`) })}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      <Text id={hint} size={200} className={styles.quiet}>
        {t(mail.fits ? 'ledger.kit.mailFitsLong' : 'ledger.kit.mailTooLong', {
          length: mail.length,
          limit: mail.limit,
        })}
      </Text>
      {kit.error !== null && <Problem error={kit.error} />}
    </section>
  )
}
