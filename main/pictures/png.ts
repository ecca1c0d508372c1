import type { RasterParts } from './raster-parts.ts'
import { DamagedRaster } from './raster-parts.ts'

/** The first bytes of every PNG. */
export const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const

/** The chunks a picture is drawn from (PNG 1.2, 4.1); all others are left out. */
const kept: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/** Walks the chunks of a PNG, each with a checksum that holds. @throws DamagedRaster or RangeError. */
export function pngParts(bytes: Uint8Array): RasterParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.subarray(0, pngSignature.length)]
  let size: { readonly width: number; readonly height: number } | null = null
  let hasPixels = false
  for (let at: number = pngSignature.length; ;) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) {
      throw new DamagedRaster('a chunk is cut')
    }
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (view.getUint32(end - 4) !== checksum(bytes.subarray(at + 4, end - 4))) {
      throw new DamagedRaster('a checksum does not hold')
    }
    if ((type === 'IHDR') !== (size === null) || (type === 'IHDR' && length !== 13)) {
      throw new DamagedRaster('the header is not the first chunk, or not the only one')
    }
    size ??= { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    hasPixels ||= type === 'IDAT'
    if (kept.has(type)) {
      parts.push(bytes.subarray(at, end))
    }
    if (type === 'IEND') {
      break
    }
    at = end
  }
  if (!hasPixels) {
    throw new DamagedRaster('it has no pixels')
  }
  return { parts, ...size }
}

/** CRC-32; Node's own came with 22. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
    }
  }
  return (crc ^ 0xffffffff) >>> 0
}
