import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { DocumentPdfRegular } from '@fluentui/react-icons/svg/document-pdf'
import { MailArrowUpRegular } from '@fluentui/react-icons/svg/mail-arrow-up'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { TextTRegular } from '@fluentui/react-icons/svg/text-t'
import { QrCodeRegular } from '@fluentui/react-icons/svg/qr-code'
import { useTranslation } from 'react-i18next'
import { languages } from '#shared/domain/cloud.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { mailtoOf, useKit, type KitWay, type MailParts } from './use-kit.ts'

type KitMenuProps = {
  readonly mail: MailParts
  /** Whose invitation it is, where several stand together. */
  readonly name?: string
  readonly isSmall?: boolean
  readonly isDisabled?: boolean
  /** The request; in the wizard it is written to the ledger first. */
  readonly requestIdOf: () => Promise<string>
}

/** The further ways an invitation reaches a customer: the guide, the QR code, a chat, the mail program. */
export function KitMenu({ mail, name, isSmall = false, isDisabled = false, requestIdOf }: KitMenuProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const kit = useKit(requestIdOf)
  const { length, limit, fits } = mailtoOf(mail)
  const label = name === undefined ? t('ledger.more') : `${t('ledger.more')}: ${name}`
  const run = (wanted: KitWay) => async () => {
    const title = await kit.run(wanted)
    if (title !== null) {
      notify({ title })
    }
  }
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size={isSmall ? 'small' : 'medium'}
            icon={<MoreHorizontalRegular />}
            disabled={isDisabled || kit.pending}
            aria-label={label}
            title={label}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {languages.map((language) => (
              <MenuItem
                key={language}
                icon={<DocumentPdfRegular />}
                onClick={run({ way: 'guide', language })}
              >
                {t('ledger.kit.guideNamed', { language: t(`languages.${language}`) })}
              </MenuItem>
            ))}
            <MenuItem icon={<QrCodeRegular />} onClick={run({ way: 'qr-png' })}>
              {t('ledger.kit.qrPng')}
            </MenuItem>
            <MenuItem icon={<QrCodeRegular />} onClick={run({ way: 'qr-svg' })}>
              {t('ledger.kit.qrSvg')}
            </MenuItem>
            <MenuDivider />
            <MenuItem icon={<TextTRegular />} onClick={run({ way: 'text' })}>
              {t('wizard.review.copyText')}
            </MenuItem>
            <MenuItem icon={<ChatRegular />} onClick={run({ way: 'chat' })}>
              {t('ledger.kit.chat')}
            </MenuItem>
            <MenuItem
              icon={<MailArrowUpRegular />}
              disabled={!fits}
              subText={t(fits ? 'ledger.kit.mailFits' : 'ledger.kit.mailTooLong', { length, limit })}
              onClick={run({ way: 'mail-program' })}
            >
              {t('ledger.kit.mailProgram')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {kit.error !== null && <Problem error={kit.error} />}
    </>
  )
}
