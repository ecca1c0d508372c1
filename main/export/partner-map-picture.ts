import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { PartnerMap } from '#main/views/read-partner-map.ts'
import { escapeHtml } from './paper.ts'

type PictureTexts = {
  readonly title: string
  readonly service: string
  readonly us: string
  readonly direct: string
  readonly transacts: string
  readonly privileges: string
  readonly partnerOfRecord: string
  readonly unknown: string
  readonly empty: string
  readonly asOf: string
}

const texts: { readonly [L in Language]: PictureTexts } = {
  'zh-CN': {
    title: '{customer}的合作伙伴',
    service: '服务',
    us: '{company}（我们）',
    direct: '直接购买',
    transacts: '销售',
    privileges: '委派的管理权限',
    partnerOfRecord: '记录的合作伙伴',
    unknown: '未知',
    empty: '尚无记录',
    asOf: '实心：是；空心：否；截至 {date}，仅包含我们所知的内容',
  },
  en: {
    title: 'Partners of {customer}',
    service: 'Service',
    us: '{company} (us)',
    direct: 'Bought direct',
    transacts: 'Sells it',
    privileges: 'Delegated privileges',
    partnerOfRecord: 'Partner of record',
    unknown: 'Unknown',
    empty: 'Nothing recorded yet',
    asOf: 'Filled: yes; outline: no. As of {date}; only what we know',
  },
}

const fonts = "'Segoe UI','Microsoft YaHei UI','PingFang SC','Noto Sans CJK SC',sans-serif"
const size = { service: 240, partner: 168, head: 48, row: 44, title: 52, foot: 64, pad: 20 } as const
/** Marks differ in form as well as in colour, so that the picture says the same on grey paper. */
const ink = {
  text: '#242424',
  quiet: '#616161',
  line: '#d1d1d1',
  band: '#f5f5f5',
  accent: '#0f6cbd',
  good: '#107c10',
  warn: '#bc4b09',
}

/**
 * Draws a customer's partner map as an SVG document: a row for each service, a column for each partner, a mark for who
 * sells, who holds privileges, and whose PartnerID is on it. Nothing in it is fetched or runs.
 */
export function drawPartnerMap(map: PartnerMap, language: Language, today: CivilDate): string {
  const words = texts[language]
  const { service, partner, head, row, title, foot, pad } = size
  const rows = Math.max(1, map.services.length)
  const width = Math.max(640, pad * 2 + service + partner * map.partners.length)
  const height = pad * 2 + title + head + row * rows + foot
  const top = pad + title
  const nameOf = (each: string) =>
    each === 'us'
      ? words.us.replace('{company}', () => map.companyName)
      : each === 'direct'
        ? words.direct
        : each
  const x = (index: number) => pad + service + partner * index
  const y = (index: number) => top + head + row * index
  const isWarned = (serviceName: string) => map.warnings.some((each) => each.service === serviceName)

  const parts = [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    label(
      pad,
      pad + 24,
      words.title.replace('{customer}', () => map.customerName),
      { weight: 600, size: 18, limit: 64 },
    ),
    `<rect x="${pad}" y="${top}" width="${width - pad * 2}" height="${head}" fill="${ink.band}"/>`,
    label(pad + 8, top + 29, words.service, { weight: 600, size: 13, limit: 28 }),
    ...map.partners.map((each, index) => heading(x(index) + partner / 2, top + 29, nameOf(each))),
    ...(map.services.length === 0
      ? [label(pad + 8, y(0) + 27, words.empty, { size: 13, fill: ink.quiet, limit: 60 })]
      : map.services.flatMap((each, index) => [
          `<line x1="${pad}" x2="${width - pad}" y1="${y(index)}" y2="${y(index)}" stroke="${ink.line}"/>`,
          label(pad + 8, y(index) + 27, (isWarned(each) ? '⚠ ' : '') + each, {
            size: 13,
            limit: 30,
            fill: isWarned(each) ? ink.warn : ink.text,
          }),
          ...map.partners.map((who, column) => {
            const cell = map.cells.find((found) => found.service === each && found.partner === who)
            return cell === undefined ? '' : marks(x(column) + partner / 2, y(index) + row / 2, cell)
          }),
        ])),
    `<line x1="${pad}" x2="${width - pad}" y1="${y(rows)}" y2="${y(rows)}" stroke="${ink.line}"/>`,
    legend(pad + 8, y(rows) + 26, words),
    label(
      pad + 8,
      y(rows) + 52,
      words.asOf.replace('{date}', () => today),
      { size: 11, fill: ink.quiet, limit: 80 },
    ),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}">${parts.join('')}</svg>`
}

type Cell = PartnerMap['cells'][number]

/** Three marks beside one another; what is not known leaves its place open. */
function marks(x: number, y: number, cell: Cell): string {
  const none = cell.transacts === 'unknown' && cell.privileges === 'unknown' && cell.partnerIdOn === 'unknown'
  if (none) {
    return label(x, y + 4, '?', { size: 14, fill: ink.quiet, limit: 1, anchor: 'middle' })
  }
  return [
    sells(x - 30, y, cell.transacts),
    shield(x, y, cell.privileges),
    record(x + 30, y, cell.partnerIdOn),
  ].join('')
}

function sells(x: number, y: number, answer: Cell['transacts']): string {
  return answer === 'yes'
    ? `<circle cx="${x}" cy="${y}" r="8" fill="${ink.accent}"/>`
    : answer === 'no'
      ? `<circle cx="${x}" cy="${y}" r="7.5" fill="none" stroke="${ink.line}"/>`
      : ''
}

function shield(x: number, y: number, answer: Cell['privileges']): string {
  const path = `M${x} ${y - 9}l8 3v6c0 5-4 8-8 10c-4-2-8-5-8-10v-6z`
  return answer === 'yes'
    ? `<path d="${path}" fill="${ink.good}"/>`
    : answer === 'no'
      ? `<path d="${path}" fill="none" stroke="${ink.line}"/>`
      : ''
}

function record(x: number, y: number, answer: Cell['partnerIdOn']): string {
  const box = `x="${x - 8}" y="${y - 8}" width="16" height="16" rx="2"`
  return answer === 'yes'
    ? `<rect ${box} fill="none" stroke="${ink.text}" stroke-width="2"/><path d="M${x - 4} ${y}l3 3l5-6" fill="none" stroke="${ink.text}" stroke-width="2"/>`
    : answer === 'no'
      ? `<rect ${box} fill="none" stroke="${ink.line}"/>`
      : ''
}

function legend(x: number, y: number, words: PictureTexts): string {
  const entry = (at: number, mark: string, text: string) =>
    mark + label(at + 16, y + 4, text, { size: 12, fill: ink.quiet, limit: 24 })
  return [
    entry(x + 8, sells(x + 8, y, 'yes'), words.transacts),
    entry(x + 128, shield(x + 128, y, 'yes'), words.privileges),
    entry(x + 308, record(x + 308, y, 'yes'), words.partnerOfRecord),
    entry(
      x + 468,
      label(x + 468, y + 4, '?', { size: 14, fill: ink.quiet, limit: 1, anchor: 'middle' }),
      words.unknown,
    ),
  ].join('')
}

type LabelStyle = {
  readonly size: number
  readonly limit: number
  readonly weight?: number
  readonly fill?: string
  readonly anchor?: 'middle'
  /** What the text is a part of, for its title where it is cut. */
  readonly whole?: string
}

/** A partner's name in the middle of its column, on two lines where one is too short for it. */
function heading(x: number, y: number, name: string): string {
  const style = { weight: 600, size: 13, limit: 20, anchor: 'middle' } as const
  const first = cut(name, style.limit)
  if (first === name) {
    return label(x, y, name, style)
  }
  // Words stay whole where there are any.
  const fitting = first.slice(0, -1)
  const space = fitting.lastIndexOf(' ')
  const at = space > 6 ? space : fitting.length
  return (
    label(x, y - 9, name.slice(0, at).trim(), style) +
    label(x, y + 9, name.slice(at).trim(), { ...style, whole: name })
  )
}

/** A text of at most so many half-width characters; the whole of it stands in its title. */
function label(x: number, y: number, text: string, style: LabelStyle): string {
  const clean = text
    .toWellFormed()
    .replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, ' ')
  const shown = cut(clean, style.limit)
  const title = shown === clean ? '' : `<title>${escapeHtml(style.whole ?? clean)}</title>`
  const anchor = style.anchor === undefined ? '' : ` text-anchor="${style.anchor}"`
  return `<text x="${x}" y="${y}" font-size="${style.size}" font-weight="${style.weight ?? 400}" fill="${style.fill ?? ink.text}"${anchor}>${escapeHtml(shown)}${title}</text>`
}

function cut(text: string, limit: number): string {
  let width = 0
  let shown = ''
  for (const character of text) {
    width += /[\u1100-\uFFE6]/.test(character) ? 2 : 1
    if (width > limit && shown !== '') {
      return `${shown}…`
    }
    shown += character
  }
  return shown
}
