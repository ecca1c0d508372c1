import { AppError } from '#main/ipc/app-error.ts'
import { jpegParts } from './jpeg.ts'
import { pngParts, pngSignature } from './png.ts'
import type { RasterParts } from './raster-parts.ts'
import { DamagedRaster } from './raster-parts.ts'

/** A picture of pixels: one PNG or JPEG, with nothing in it beside them. */
export type Raster = {
  readonly mime: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What a picture may be: bytes, and pixels along a side. */
export const rasterLimits = { bytes: 512 * 1024, side: 2_000 } as const

/**
 * Reads a picture and puts it together again from the parts that hold its pixels: no comments, no places, no names, no
 * further pictures, nothing behind the end. It is never decoded here: that is left to processes with a sandbox, since
 * decoders are what hostile pictures aim at (security, C70).
 * @throws AppError `LOGO_INVALID`, with the reason.
 */
export function readRaster(bytes: Uint8Array): Raster {
  const isPng = pngSignature.every((byte, at) => bytes[at] === byte)
  if (!isPng && !(bytes[0] === 0xff && bytes[1] === 0xd8)) {
    throw refused('kind')
  }
  if (bytes.length > rasterLimits.bytes) {
    throw refused('bytes')
  }
  const { parts, width, height } = partsOf(bytes, isPng)
  if (width > rasterLimits.side || height > rasterLimits.side) {
    throw refused('side')
  }
  return {
    mime: isPng ? 'image/png' : 'image/jpeg',
    bytes: new Uint8Array(Buffer.concat(parts)),
    width,
    height,
  }
}

function partsOf(bytes: Uint8Array, isPng: boolean): RasterParts {
  try {
    const found = isPng ? pngParts(bytes) : jpegParts(bytes)
    if (found.width === 0 || found.height === 0) {
      throw new DamagedRaster('it has no pixels')
    }
    return found
  } catch (thrown) {
    if (thrown instanceof DamagedRaster || thrown instanceof RangeError) {
      throw refused('damaged')
    }
    throw thrown
  }
}

function refused(reason: 'kind' | 'bytes' | 'side' | 'damaged'): AppError {
  return new AppError('LOGO_INVALID', `not a picture that is taken: ${reason}`, { reason })
}
