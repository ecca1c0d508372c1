import { createHash } from 'node:crypto'
import { commands } from '#shared/contract/contract.ts'
import type { FileUse } from '#shared/contract/spec.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { isSingleUse } from '#shared/domain/link-kind.ts'
import { acceptanceGuide } from '#main/export/acceptance-guide.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { qrPng, qrSvg } from '#main/export/qr-code.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { CallContext, ShellPorts } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { readRequest } from './request-records.ts'

const fileTitles: { readonly [L in Language]: { readonly guide: string; readonly code: string } } = {
  'zh-CN': { guide: '接受指南', code: '邀请二维码' },
  en: { guide: 'Acceptance guide', code: 'Invitation QR code' },
}

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
  }
}

async function save(context: CallContext, use: FileUse, name: string, bytes: Uint8Array) {
  const { fileName, handle } = await context.saveFile(use, name, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { fileName, bytes: bytes.length, sha256, fileHandle: handle }
}
