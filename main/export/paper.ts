import type { Language } from '#shared/domain/cloud.ts'

/** What a printed document is made of; `body` is HTML whose every text went through {@link escapeHtml}. */
export type Paper = {
  readonly language: Language
  readonly title: string
  /** Rules beside the common ones of every paper. */
  readonly styles?: string
  readonly body: string
}

const fonts =
  "'Segoe UI','Microsoft YaHei UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif"

const commonStyles = `
  * { box-sizing: border-box; }
  body { margin: 0; font: 10.5pt/1.5 ${fonts}; color: #242424; overflow-wrap: anywhere; }
  h1 { margin: 0 0 4pt; font-size: 18pt; line-height: 1.3; }
  h2 { margin: 16pt 0 4pt; font-size: 12pt; line-height: 1.3; break-after: avoid; }
  p { margin: 0 0 6pt; }
  ol, ul { margin: 0; padding-inline-start: 18pt; }
  li { margin-bottom: 3pt; break-inside: avoid; }
  .quiet { color: #616161; font-size: 9pt; }
`

/**
 * Makes a whole document for the `printPdf` port: our styles behind the nonce the printer fills in, no script, nothing
 * to fetch.
 */
export function paperDocument({ language, title, styles = '', body }: Paper): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style nonce="__CSP_NONCE__">${commonStyles}${styles}</style></head><body>
${body}
</body></html>
`
}

/** Makes any text safe to stand in a printed document, as content and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}
