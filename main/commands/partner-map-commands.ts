import { commands } from '#shared/contract/contract.ts'
import type { FileUse } from '#shared/contract/spec.ts'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import { partnerQuestion } from '#shared/domain/partner-question.ts'
import { writeEml } from '#main/export/eml.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { escapeHtml, paperDocument } from '#main/export/paper.ts'
import { drawPartnerMap } from '#main/export/partner-map-picture.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { CallContext, ShellPorts } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { readPartnerMap } from '#main/views/read-partner-map.ts'
import { checkRecipients } from './compose-request.ts'
import { requireCustomer } from './customer-rows.ts'
import { readAccount } from './request-records.ts'

const titles = {
  'zh-CN': { map: '合作伙伴图', question: '合作伙伴询问' },
  en: { map: 'Partner map', question: 'Question about partners' },
} as const

/** Keeps a customer's partner map by hand, and hands it out as a picture. */
export function createPartnerMapCommands(store: Store, shell: ShellPorts): HandlersOf<'partner-map'> {
  return {
    'partner-map.note': ({ customerId, ...cell }) => {
      const { rid, name } = requireCustomer(store, customerId)
      const service = cell.service.trim()
      const partner = cell.partner.trim()
      const known = store.reader.get<{ id: string }>(
        'SELECT id FROM partner_cell WHERE customer_rid = :rid AND service = :service AND partner = :partner',
        { rid, service, partner },
      )
      const id = known?.id ?? store.newId()
      commitUndoable(
        store,
        { command: 'partner-map.note', subject: name },
        [{ table: 'partner_cell', column: 'id', value: id }],
        (writer) =>
          writer.run(
            `INSERT INTO partner_cell (id, customer_rid, service, partner, transacts, privileges, partner_of_record,
              source, note, noted_on, updated_at)
            VALUES (:id, :rid, :service, :partner, :transacts, :privileges, :partnerIdOn, :source, :note, :on, :now)
            ON CONFLICT (id) DO UPDATE SET transacts = :transacts, privileges = :privileges,
              partner_of_record = :partnerIdOn, source = :source, note = :note, noted_on = :on, updated_at = :now`,
            { ...cell, id, rid, service, partner, note: cell.note.trim(), now: store.now().toISOString() },
          ),
      )
      return { id }
    },
    'partner-map.remove': ({ cellId }) => {
      const row = store.reader.get<{ name: string }>(
        `SELECT c.name FROM partner_cell AS p JOIN customer_record AS c ON c.rid = p.customer_rid WHERE p.id = :cellId`,
        { cellId },
      )
      if (row === undefined) {
        throw new AppError('CELL_NOT_FOUND', 'no such entry')
      }
      commitUndoable(
        store,
        { command: 'partner-map.remove', subject: row.name },
        [{ table: 'partner_cell', column: 'id', value: cellId }],
        (writer) => writer.run('DELETE FROM partner_cell WHERE id = :cellId', { cellId }),
      )
      return {}
    },
    'partner-map.copy': async ({ png }) => {
      const bytes = Buffer.from(png, 'base64')
      if (bytes.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') {
        throw new AppError('PICTURE_INVALID', 'not a PNG')
      }
      if (shell.writePicture === undefined) {
        throw new AppError('NOT_AVAILABLE_HERE', 'there is no clipboard for pictures')
      }
      await shell.writePicture(new Uint8Array(bytes))
      return {}
    },
    'partner-map.save-svg': async ({ customerId, language }, context) => {
      const map = readPartnerMap(store.reader, customerId)
      const svg = drawPartnerMap(map, language, civilDateOf(store.now()))
      const name = safeFileName(`${titles[language].map} ${map.customerName}`, 'svg')
      return save(context, commands['partner-map.save-svg'].file, name, new TextEncoder().encode(svg))
    },
    'partner-map.print': async ({ customerId, language }, context) => {
      const map = readPartnerMap(store.reader, customerId)
      if (shell.printPdf === undefined) {
        throw new AppError('NOT_AVAILABLE_HERE', 'there is no window to draw a PDF with')
      }
      const html = paperDocument({
        language,
        title: `${titles[language].map} ${map.customerName}`,
        styles: 'svg { width: 100%; height: auto; }',
        body: drawPartnerMap(map, language, civilDateOf(store.now())) + evidenceList(map),
      })
      const name = safeFileName(`${titles[language].map} ${map.customerName}`, 'pdf')
      return save(context, commands['partner-map.print'].file, name, await shell.printPdf(html))
    },
    'partner-map.ask': async ({ customerId, language, recipients }, context) => {
      const row = store.reader.get<{ name: string; account_id: string }>(
        'SELECT name, account_id FROM customer WHERE id = :customerId',
        { customerId },
      )
      if (row === undefined) {
        throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer')
      }
      const sender = readAccount(store.reader, row.account_id)
      const { subject, text } = partnerQuestion(sender, row.name, language)
      const html = text
        .split('\n\n')
        .map((part) => `<p>${part.split('\n').map(escapeHtml).join('<br>\n')}</p>`)
        .join('\n')
      const bytes = await writeEml(
        { subject, text: `${text}\n`, html },
        {
          from: sender.senderEmail === '' ? null : { name: sender.senderName, address: sender.senderEmail },
          recipients: checkRecipients(recipients),
        },
      )
      const name = safeFileName(`${titles[language].question} ${row.name}`, 'eml')
      return save(context, commands['partner-map.ask'].file, name, bytes)
    },
  }
}

/** Where each cell comes from, since a picture alone claims more than it knows. */
function evidenceList(map: ReturnType<typeof readPartnerMap>): string {
  const lines = map.cells.flatMap(({ service, partner, evidence }) =>
    evidence.map(
      ({ on, note }) =>
        `<li>${escapeHtml(`${service} · ${partner === 'us' ? map.companyName : partner}: ${on} ${note}`)}</li>`,
    ),
  )
  return `<ul class="quiet">${lines.join('')}</ul>`
}

async function save(context: CallContext, use: FileUse, name: string, bytes: Uint8Array) {
  const { fileName, handle } = await context.saveFile(use, name, bytes)
  return { fileName, fileHandle: handle }
}
