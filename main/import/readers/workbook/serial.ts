import { civilDate } from '#shared/domain/civil-date.ts'

/**
 * The day a serial number of a workbook stands for, its time dropped; `null` for none. In the 1900 system day 60 is the
 * 29 February 1900 that never was, and days before it count one less.
 */
export function dateOfSerial(serial: number, dateSystem: '1900' | '1904'): string | null {
  const day = Math.floor(serial)
  const isDay = Number.isFinite(serial) && day >= (dateSystem === '1900' ? 1 : 0) && day <= 2_958_465
  if (!isDay || (dateSystem === '1900' && day === 60)) {
    return null
  }
  const epoch = dateSystem === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(epoch + day * 86_400_000)
  return civilDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}
