import { randomBytes } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import { session } from 'electron'
import { AppError } from '#main/ipc/app-error.ts'
import { appScheme, pageAddress } from './app-address.ts'
import { noncePlaceholder } from './first-page.ts'
import { openPaperWindow } from './window.ts'

/** A page that has not been drawn after this long will not be, in milliseconds. */
const patience = 30_000

/** What a printed document may do: show its own styles and pictures it carries itself (security C07). */
function paperPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The page numbers at the foot; Chromium fills in the two spans, and gives them no size of its own. */
const footer = `<div style="width:100%;text-align:center;font-size:8px;font-family:sans-serif;color:#616161">
<span class="pageNumber"></span> / <span class="totalPages"></span></div>`

/**
 * Draws a whole HTML document as a PDF of A4 pages with numbers at their feet, tagged for screen readers, with the
 * fonts it uses embedded (the system's Chinese fonts too). The document is drawn in a hidden window of a session of
 * its own: without scripts, network, storage or preload. Its styles stand in `<style nonce="__CSP_NONCE__">`.
 */
export function createPdfPrinter(): (html: string) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve()
  return async (html) => {
    // One at a time: each needs a process of its own for a moment.
    const printed = last.then(async () => print(html))
    last = printed.catch(() => undefined)
    return printed
  }
}

async function print(html: string): Promise<Uint8Array> {
  return onPaper(html, async (window) => {
    const pdf = await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      // Inches: 16 mm at the sides, more at the foot for the numbers.
      margins: { top: 0.63, bottom: 0.75, left: 0.63, right: 0.63 },
      generateTaggedPDF: true,
    })
    return new Uint8Array(pdf)
  })
}

/**
 * Hands a whole HTML document to the system's print dialog, drawn as {@link createPdfPrinter} draws it; resolves when
 * the user has answered. @throws AppError `CANCELLED`, or `PRINT_FAILED` with the system's reason.
 */
export async function printPaper(html: string): Promise<void> {
  await onPaper(
    html,
    async (window) =>
      new Promise<void>((resolve, reject) => {
        window.webContents.print(
          { silent: false, printBackground: true, pageSize: 'A4' },
          (isPrinted, reason) => {
            if (isPrinted) {
              resolve()
            } else {
              const code = /cancell?ed/i.test(reason) ? 'CANCELLED' : 'PRINT_FAILED'
              reject(new AppError(code, `nothing was printed: ${reason}`, { reason }))
            }
          },
        )
      }),
    // The dialog is the user's: it may stand open for as long as they like.
    null,
  )
}

async function onPaper<T>(
  html: string,
  work: (window: BrowserWindow) => Promise<T>,
  limit: number | null = patience,
): Promise<T> {
  const nonce = randomBytes(16).toString('base64url')
  // Not written to disk, and gone with its window.
  const paper = session.fromPartition(`paper-${nonce}`, { cache: false })
  paper.protocol.handle(
    appScheme,
    ({ url }) =>
      new Response(url === pageAddress ? html.replaceAll(noncePlaceholder, nonce) : null, {
        status: url === pageAddress ? 200 : 404,
        headers: {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': paperPolicy(nonce),
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
          'Cache-Control': 'no-store',
        },
      }),
  )
  const window = openPaperWindow(paper)
  let timer: NodeJS.Timeout | undefined
  try {
    const done = window.loadURL(pageAddress).then(async () => work(window))
    if (limit === null) {
      return await done
    }
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the document was not drawn in time')), limit)
    })
    return await Promise.race([done, late])
  } finally {
    clearTimeout(timer)
    window.destroy()
    paper.protocol.unhandle(appScheme)
  }
}
