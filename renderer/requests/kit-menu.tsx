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
import { composeInvitation } from '#shared/domain/invitation.ts'
import { mailto } from '#shared/domain/mailto.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

type KitMenuProps = {
  readonly request: Pick<
    ViewValue<'request.detail'>,
    'id' | 'language' | 'link' | 'recipients' | 'subject' | 'text' | 'closing'
  >
  readonly onCopyText: () => void
}

/** The further ways an invitation reaches a customer: the guide, the QR code, a chat, the mail program. */
export function KitMenu({ request, onCopyText }: KitMenuProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const guide = useCommand('invitation.guide')
  const qrPng = useCommand('invitation.qr-png')
  const qrSvg = useCommand('invitation.qr-svg')
  const chat = useCommand('invitation.chat')
  const mail = useCommand('invitation.mail-program')
  const commands = [guide, qrPng, qrSvg, chat, mail]
  const error = commands
    .map((command) => command.error)
    .find((each) => each !== null && each.code !== 'CANCELLED')
  const requestId = request.id

  const saved = (
    done: { readonly ok: true; readonly value: { readonly fileName: string } } | { readonly ok: false },
  ) => {
    if (done.ok) {
      notify({ title: t('ledger.kit.saved', { fileName: done.value.fileName }) })
    }
  }
  const { length, limit, fits } = mailtoOf(request)
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            icon={<MoreHorizontalRegular />}
            disabled={commands.some(({ pending }) => pending)}
            aria-label={t('ledger.more')}
            title={t('ledger.more')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {languages.map((language) => (
              <MenuItem
                key={language}
                icon={<DocumentPdfRegular />}
                onClick={async () => saved(await guide.run({ requestId, language }))}
              >
                {t('ledger.kit.guideNamed', { language: t(`languages.${language}`) })}
              </MenuItem>
            ))}
            <MenuItem icon={<QrCodeRegular />} onClick={async () => saved(await qrPng.run({ requestId }))}>
              {t('ledger.kit.qrPng')}
            </MenuItem>
            <MenuItem icon={<QrCodeRegular />} onClick={async () => saved(await qrSvg.run({ requestId }))}>
              {t('ledger.kit.qrSvg')}
            </MenuItem>
            <MenuDivider />
            <MenuItem icon={<TextTRegular />} onClick={onCopyText}>
              {t('wizard.review.copyText')}
            </MenuItem>
            <MenuItem
              icon={<ChatRegular />}
              onClick={async () => {
                if ((await chat.run({ requestId })).ok) {
                  notify({ title: t('ledger.kit.chatCopied') })
                }
              }}
            >
              {t('ledger.kit.chat')}
            </MenuItem>
            <MenuItem
              icon={<MailArrowUpRegular />}
              disabled={!fits}
              subText={t(fits ? 'ledger.kit.mailFits' : 'ledger.kit.mailTooLong', { length, limit })}
              onClick={async () => {
                if ((await mail.run({ requestId })).ok) {
                  notify({ title: t('ledger.kit.mailOpened') })
                }
              }}
            >
              {t('ledger.kit.mailProgram')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {error !== undefined && error !== null && <Problem error={error} />}
    </>
  )
}

/** How long the mail is as an address, for the system this window runs on. */
function mailtoOf(request: KitMenuProps['request']) {
  const { subject, text } = composeInvitation(request, request.link, request.language)
  const system = navigator.userAgent.includes('Windows') ? 'windows' : 'other'
  return mailto({ recipients: request.recipients, subject, text }, system)
}
