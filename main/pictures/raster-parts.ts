/** What a format's walker found: the parts that hold pixels, in their order. */
export type RasterParts = {
  readonly parts: readonly Uint8Array[]
  readonly width: number
  readonly height: number
}

/** Thrown by a walker: the file is cut, or not made as its format asks. */
export class DamagedRaster extends Error {}
