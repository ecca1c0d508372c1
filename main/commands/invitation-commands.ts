import { createHash } from 'node:crypto'
import { commands } from '#shared/contract/contract.ts'
import type { FileUse } from '#shared/contract/spec.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { chatText } from '#shared/domain/invitation.ts'
import { isSingleUse } from '#shared/domain/link-kind.ts'
import { mailto } from '#shared/domain/mailto.ts'
import { isWaiting } from '#shared/domain/request-state.ts'
import { acceptanceGuide } from '#main/export/acceptance-guide.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { qrPng, qrSvg } from '#main/export/qr-code.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { CallContext, ShellPorts } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { checkRecipients, compose, composeReminder, toMailDraft } from './compose-request.ts'
import { recordExport } from './request-events.ts'
import { readRequest } from './request-records.ts'

const fileTitles = {
  'zh-CN': { draft: '邀请', reminder: '提醒', guide: '接受指南', code: '邀请二维码' },
  en: { draft: 'Invitation', reminder: 'Reminder', guide: 'Acceptance guide', code: 'Invitation QR code' },
} as const satisfies { readonly [L in Language]: object }

/** Writes what goes to a customer beside the mail. */
export function createInvitationCommands(store: Store, shell: ShellPorts): HandlersOf<'invitation'> {
  return {
    'invitation.guide': async ({ requestId, language }, context) => {
      const request = readRequest(store.reader, requestId)
      if (shell.printPdf === undefined) {
        throw new AppError('NOT_AVAILABLE_HERE', 'there is no window to draw a PDF with')
      }
      const chosen = language ?? request.language
      const html = await acceptanceGuide({
        sender: request.sender,
        customerName: request.customerName,
        link: request.link,
        isGranular: isSingleUse(request.link),
        language: chosen,
      })
      const name = safeFileName(`${fileTitles[chosen].guide} ${request.customerName}`, 'pdf')
      return save(context, commands['invitation.guide'].file, name, await shell.printPdf(html))
    },
    'invitation.qr-png': async ({ requestId }, context) => {
      const request = readRequest(store.reader, requestId)
      const name = safeFileName(`${fileTitles[request.language].code} ${request.customerName}`, 'png')
      return save(context, commands['invitation.qr-png'].file, name, await qrPng(request.link))
    },
    'invitation.qr-svg': async ({ requestId }, context) => {
      const request = readRequest(store.reader, requestId)
      const name = safeFileName(`${fileTitles[request.language].code} ${request.customerName}`, 'svg')
      const drawn = new TextEncoder().encode(await qrSvg(request.link))
      return save(context, commands['invitation.qr-svg'].file, name, drawn)
    },
    'invitation.chat': async ({ requestId }) => {
      const request = readRequest(store.reader, requestId)
      const text = chatText(
        request.sender,
        request.customerName,
        request.link,
        request.language,
        request.kind,
      )
      if (shell.writeClipboard !== undefined) {
        await shell.writeClipboard({ text, html: null })
      }
      recordExport(store, request, { format: 'chat-copy', fileName: null, sha256: null })
      return { text }
    },
    'invitation.mail-program': async ({ requestId }) => {
      const request = readRequest(store.reader, requestId)
      const { subject, text } = compose(request)
      const recipients = checkRecipients(request.recipients)
      const packed = mailto({ recipients, subject, text }, process.platform === 'win32' ? 'windows' : 'other')
      const { address, length, limit } = packed
      if (!packed.fits) {
        throw new AppError('MAILTO_TOO_LONG', 'the mail is too long for a mailto address', { length, limit })
      }
      if (shell.openMail === undefined) {
        return { address, length, limit, isOpened: false }
      }
      await shell.openMail(address)
      recordExport(store, request, { format: 'mail-program', fileName: null, sha256: null })
      return { address, length, limit, isOpened: true }
    },
    'invitation.save-drafts': async ({ requestIds, content }, context) => {
      const isReminder = content === 'reminder'
      const requests = [...new Set(requestIds)].map((requestId) => readRequest(store.reader, requestId))
      const closed = requests.find(({ state }) => isReminder && !isWaiting(state))
      if (closed !== undefined) {
        throw new AppError('REQUEST_CANNOT_MOVE', 'nothing is awaited of this request', {
          from: closed.state,
          customer: closed.customerName,
        })
      }
      // All of them are made before any is written: one that cannot be made leaves no half of a batch behind.
      const drafts = await Promise.all(
        requests.map(async (request) => {
          const { draft, reminder } = fileTitles[request.language]
          const title = `${isReminder ? reminder : draft} ${request.customerName}`
          const made = await toMailDraft(request, isReminder ? composeReminder(request) : compose(request))
          return { request, name: safeFileName(title, 'eml'), ...made }
        }),
      )
      const saved = await context.saveFiles(commands['invitation.save-drafts'].file, drafts)
      const written = drafts.map(({ request, sha256 }, index) => {
        const fileName = saved.fileNames[index] ?? null
        if (fileName !== null) {
          recordExport(store, request, { format: isReminder ? 'reminder-eml' : 'eml', fileName, sha256 })
        }
        return { requestId: request.id, customerName: request.customerName, fileName }
      })
      return { drafts: written, fileHandle: saved.handle }
    },
  }
}

async function save(context: CallContext, use: FileUse, name: string, bytes: Uint8Array) {
  const { fileName, handle } = await context.saveFile(use, name, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { fileName, bytes: bytes.length, sha256, fileHandle: handle }
}
