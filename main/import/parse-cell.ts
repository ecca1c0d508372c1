import type { CivilDate } from '#shared/domain/civil-date.ts'
import { civilDate } from '#shared/domain/civil-date.ts'
import type { DateOrder } from '#shared/domain/file-reading.ts'
import { dateOfSerial } from './readers/workbook/serial.ts'

/** How the dates of a file are to be read: the order of `2/3/2026`, and how a workbook counts days. */
export type DateRules = { readonly order: DateOrder | null; readonly system: '1900' | '1904' | null }

/** What is answered for a date whose month and day cannot be told apart; no civil date. */
export const ambiguousDate = 'ambiguous'

const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`)
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${time}$`)
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/

/**
 * Reads a date cell. A year that comes first is unambiguous; where it comes last, the file's order decides, or the day
 * itself when it cannot be a month; else the answer is {@link ambiguousDate}. A bare number is a workbook's serial and nothing in a text
 * file. The time is dropped, the zone never applied. `null` for anything else: no date is guessed.
 */
export function parseDate(cell: string, { order, system }: DateRules): CivilDate | null {
  const text = /^[\x20-\x7e]*$/.test(cell) ? cell.trim() : cell.normalize('NFKC').trim()
  const last = yearLast.exec(text)
  if (last !== null) {
    return ofYearLast(Number(last[1]), Number(last[3]), Number(last[4]), order)
  }
  const first = yearFirst.exec(text)
  if (first !== null) {
    return civilDate(Number(first[1]), Number(first[3]), Number(first[4]))
  }
  const han = chinese.exec(text)
  if (han !== null) {
    return civilDate(Number(han[1]), Number(han[2]), Number(han[3]))
  }
  return system !== null && /^\d{1,7}(\.\d+)?$/.test(text) ? dateOfSerial(Number(text), system) : null
}

function ofYearLast(first: number, second: number, year: number, order: DateOrder | null): CivilDate | null {
  const monthFirst = civilDate(year, first, second)
  const dayFirst = civilDate(year, second, first)
  if (order !== null) {
    return order === 'month-first' ? monthFirst : dayFirst
  }
  const isOne = monthFirst === null || dayFirst === null || monthFirst === dayFirst
  return isOne ? (monthFirst ?? dayFirst) : ambiguousDate
}

/** What people write behind a number of seats. */
const seatWords = /\s*(?:seats?|licen[cs]es?|users?|席位?|个|套|人|用户|许可证?|个?许可证|个?席位|个?用户)$/i

/**
 * Reads a number of seats: a whole number from 0, with or without thousands separators (a comma or a space), a `.0`, or a
 * word for seats behind it; else `null`.
 */
export function parseQuantity(cell: string): number | null {
  if (/^\d{1,9}$/.test(cell)) {
    return Number(cell)
  }
  const text = cell.normalize('NFKC').trim().replace(seatWords, '')
  if (!/^(\d{1,9}|\d{1,3}([, ])\d{3}(\2\d{3})?)(\.0+)?$/.test(text)) {
    return null
  }
  return Number(text.replace(/[, ]/g, ''))
}

/** Reads a tenant id (a GUID in either case, with or without braces) into lower case; `null` for all else and for zero. */
export function parseTenantId(cell: string): string | null {
  const text = cell.replace(/^\{(.*)\}$/, '$1').toLowerCase()
  const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
  return isGuid && !/^[0-]+$/.test(text) ? text : null
}

/** Reads a domain name into lower case; `''` when the cell is empty, `null` when it cannot be one. */
export function parseDomain(cell: string): string | null {
  const text = cell.toLowerCase().replace(/\.$/, '')
  if (cell === '') {
    return ''
  }
  const isDomain =
    text.length <= 253 &&
    !/^\d+(\.\d+){3}$/.test(text) &&
    text
      .split('.')
      .every((label) => /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?$/u.test(label))
  return isDomain ? text : null
}

const yes: ReadonlySet<string> = new Set([
  'true',
  'yes',
  'y',
  '1',
  'on',
  'enabled',
  '是',
  '启用',
  '已启用',
  '开',
])
const no: ReadonlySet<string> = new Set([
  'false',
  'no',
  'n',
  '0',
  'off',
  'disabled',
  '否',
  '禁用',
  '已禁用',
  '关',
])

/** Reads yes or no; `null` for any other word. */
export function parseBoolean(cell: string): boolean | null {
  const word = cell.normalize('NFKC').toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : null
}

/** An id that went through a spreadsheet's number format and has lost its last digits. */
export function isMangledId(cell: string): boolean {
  return /^\d(\.\d+)?[eE]\+?\d+$/.test(cell)
}

/** Characters no field means: controls but tab and line end, and the hidden tags of Unicode. */
const strayCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u{E0001}-\u{E007F}]/gu
const edges = /^[\s\p{Default_Ignorable_Code_Point}\uFEFF]+|[\s\p{Default_Ignorable_Code_Point}\uFEFF]+$/gu

/** Spaces that only keep a line from breaking: two ways to write a name that nobody can tell apart. */
const firmSpaces = /[\u00A0\u2007\u202F]/g
/** Controls of ISO 8859, in no text but one whose bytes were taken for another encoding's. */
const strayControls = /[\u0080-\u0084\u0086-\u009F]/

/**
 * A cell without the invisible characters that spreadsheets and portals leave around it and without control characters,
 * in Unicode's composed form; `null` when the text was damaged before it came here (U+FFFD, half a character, UTF-8
 * taken for Latin letters).
 */
export function clean(cell: string): string | null {
  if (/^[\x20-\x7e]*$/.test(cell)) {
    return cell.trim()
  }
  return cell.includes('\uFFFD') || !cell.isWellFormed() || strayControls.test(cell)
    ? null
    : cell.replace(strayCharacters, '').replace(edges, '').replace(firmSpaces, ' ').normalize('NFC')
}
