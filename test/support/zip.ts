import { crc32, deflateRawSync } from 'node:zlib'

/** One part of an archive; what is said of it may be a lie. */
export type ZipPart = {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** The size the headers tell of, where it is not the true one. */
  readonly statedSize?: number
  readonly isEncrypted?: boolean
  /** Lets the central directory point at this offset instead of where the part lies. */
  readonly statedOffset?: number
}

/** Writes a ZIP archive, honest or not. */
export function zip(parts: readonly ZipPart[], prefix: Uint8Array = new Uint8Array(0)): Uint8Array {
  const pieces: Uint8Array[] = [prefix]
  const directory: Uint8Array[] = []
  let offset = prefix.length
  for (const part of parts) {
    const raw = Buffer.from(part.bytes as Uint8Array)
    const packed = deflateRawSync(raw)
    const name = Buffer.from(part.name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(0x800 | (part.isEncrypted === true ? 1 : 0), 6)
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(crc32(raw), 14)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(part.statedSize ?? raw.length, 22)
    header.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    header.copy(central, 6, 4, 30)
    central.writeUInt32LE(part.statedOffset ?? offset, 42)
    pieces.push(header, name, packed)
    directory.push(central, name)
    offset += 30 + name.length + packed.length
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}
