import type { CivilDate } from '#shared/domain/civil-date.ts'
import { civilDate } from '#shared/domain/civil-date.ts'

const time = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`)
const monthFirst = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${time}$`)
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/

/**
 * Reads a date cell of a 21Vianet reconciliation file: `2/1/2015 0:00` is the first of February, since the file is in
 * US order (domain 5); a date with its year first is unambiguous. The time is dropped, the zone never applied.
 * `null` for anything else: no date is guessed.
 */
export function parseUsDate(cell: string): CivilDate | null {
  const text = cell.normalize('NFKC').trim()
  const us = monthFirst.exec(text)
  if (us !== null) {
    return civilDate(Number(us[3]), Number(us[1]), Number(us[2]))
  }
  const iso = yearFirst.exec(text)
  if (iso !== null) {
    return civilDate(Number(iso[1]), Number(iso[3]), Number(iso[4]))
  }
  const han = chinese.exec(text)
  return han === null ? null : civilDate(Number(han[1]), Number(han[2]), Number(han[3]))
}

/** Reads a number of seats: a whole number from 0, with or without thousands separators or a `.0`; else `null`. */
export function parseQuantity(cell: string): number | null {
  const text = cell.normalize('NFKC').trim()
  if (!/^(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.0+)?$/.test(text)) {
    return null
  }
  return Number(text.replace(/,/g, ''))
}

/** Reads a tenant id (a GUID in either case, with or without braces) into lower case; `null` for all else and for zero. */
export function parseTenantId(cell: string): string | null {
  const text = clean(cell)
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase()
  const isGuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
  return isGuid && !/^[0-]+$/.test(text) ? text : null
}

/** Reads a domain name into lower case; `''` when the cell is empty, `null` when it cannot be one. */
export function parseDomain(cell: string): string | null {
  const text = clean(cell).toLowerCase().replace(/\.$/, '')
  if (text === '') {
    return ''
  }
  const isDomain =
    text.length <= 253 &&
    text
      .split('.')
      .every((label) => /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?$/u.test(label))
  return isDomain ? text : null
}

/** A cell without the invisible characters that spreadsheets and portals leave around it. */
export function clean(cell: string): string {
  return cell.replace(/^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g, '')
}
