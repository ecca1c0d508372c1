import type { RasterParts } from './raster-parts.ts'
import { DamagedRaster } from './raster-parts.ts'

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, restartInterval: 0xdd, adobe: 0xee } as const
/** Baseline, extended and progressive frames: what browsers draw. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
/** Tables, frames, scans, and the segment that says how four colours are mixed; never a comment or a camera's notes. */
const kept: ReadonlySet<number> = new Set([
  ...frames,
  0xc4,
  0xdb,
  marker.scan,
  marker.restartInterval,
  marker.adobe,
])

/** Walks the segments of a JPEG. @throws DamagedRaster or RangeError. */
export function jpegParts(bytes: Uint8Array): RasterParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { readonly width: number; readonly height: number } | null = null
  let hasPixels = false
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) {
      throw new DamagedRaster('a segment does not begin where one must')
    }
    const kind = view.getUint8(at + 1)
    if (kind === 0xff) {
      // A marker may be filled up.
      at += 1
      continue
    }
    if (kind === marker.end) {
      parts.push(bytes.subarray(at, at + 2))
      break
    }
    const length = view.getUint16(at + 2)
    let end = at + 2 + length
    if (length < 2 || end > bytes.length) {
      throw new DamagedRaster('a segment is cut')
    }
    if (frames.has(kind)) {
      if (size !== null) {
        throw new DamagedRaster('it has two frames')
      }
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    if (kind === marker.scan) {
      end = endOfScan(bytes, end)
      hasPixels = true
    }
    if (kept.has(kind)) {
      parts.push(bytes.subarray(at, end))
    }
    at = end
  }
  if (size === null || !hasPixels) {
    throw new DamagedRaster('it has no pixels')
  }
  return { parts, ...size }
}

/** Where the pixels of a scan end: at the next marker that is neither a restart nor an escaped byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) {
      return at
    }
  }
  throw new DamagedRaster('a scan has no end')
}
