import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/domain/cloud.ts'
import { composeInvitation } from '#shared/domain/invitation.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import type { Mailto } from '#shared/domain/mailto.ts'
import { mailto } from '#shared/domain/mailto.ts'
import { CommandError, type Client } from '#renderer/state/client.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'

/** The ways an invitation leaves the program beside a mail draft. */
export type KitWay =
  | { readonly way: 'guide'; readonly language: Language }
  | { readonly way: 'qr-png' | 'qr-svg' | 'rich' | 'text' | 'chat' | 'mail-program' }

/** The sentence for each way by which the mail itself has left the program. */
export const handedOver = {
  rich: 'wizard.review.copiedRich',
  text: 'wizard.review.copiedText',
  chat: 'ledger.kit.chatCopied',
  'mail-program': 'ledger.kit.mailOpened',
} as const

/** The kit of one request: what it does, whether it is at it, and why it was refused last. */
export type Kit = {
  /** Runs one way; answers with the sentence that says what came of it, or `null` where nothing did. */
  readonly run: (wanted: KitWay) => Promise<string | null>
  readonly pending: boolean
  readonly error: CommandError | null
}

/** Runs the kit; the request is asked for when a way is chosen, so that the wizard may first write it to the ledger. */
export function useKit(requestIdOf: () => Promise<string>): Kit {
  const { t } = useTranslation()
  const client = useClient()
  const { begin, end } = useUiActions()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<CommandError | null>(null)

  const run = async (wanted: KitWay): Promise<string | null> => {
    const { way } = wanted
    setPending(true)
    setError(null)
    begin(commandOf(way))
    try {
      const fileName = await invoke(client, await requestIdOf(), wanted)
      return way === 'guide' || way === 'qr-png' || way === 'qr-svg'
        ? t('ledger.kit.saved', { fileName })
        : t(handedOver[way])
    } catch (caught) {
      if (!(caught instanceof CommandError)) {
        throw caught
      }
      setError(caught.code === 'CANCELLED' ? null : caught)
      return null
    } finally {
      end(commandOf(way))
      setPending(false)
    }
  }
  return { run, pending, error }
}

function commandOf(way: KitWay['way']) {
  return way === 'rich' || way === 'text' ? 'request.copy' : (`invitation.${way}` as const)
}

/** Answers with the name of the file that was written, or an empty text where none was. */
async function invoke(client: Client, requestId: string, wanted: KitWay): Promise<string> {
  switch (wanted.way) {
    case 'guide':
      return (await client.invoke('invitation.guide', { requestId, language: wanted.language })).fileName
    case 'qr-png':
    case 'qr-svg':
      return (await client.invoke(`invitation.${wanted.way}`, { requestId })).fileName
    case 'rich':
    case 'text':
      await client.invoke('request.copy', { requestId, format: wanted.way })
      return ''
    case 'chat':
    case 'mail-program':
      await client.invoke(`invitation.${wanted.way}`, { requestId })
      return ''
  }
}

/** A mail as the customer gets it, as far as its length as an address asks for it. */
export type MailParts = InvitationMessage & {
  readonly link: string
  readonly language: Language
  readonly recipients: readonly string[]
}

/** How long the mail is as an address, for the system this window runs on. */
export function mailtoOf(mail: MailParts): Pick<Mailto, 'length' | 'limit' | 'fits'> {
  const { subject, text } = composeInvitation(mail, mail.link, mail.language)
  const system = navigator.userAgent.includes('Windows') ? 'windows' : 'other'
  return mailto({ recipients: mail.recipients, subject, text }, system)
}
