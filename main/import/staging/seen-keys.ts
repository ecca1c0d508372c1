/** Remembers keys in two megabytes, however many: it may take one for known that is not, and never the other way. */
export type SeenKeys = {
  /** Notes a key; says whether it may have been noted before. */
  readonly note: (key: string) => boolean
}

/** For a million keys, one in seventeen is taken for known. */
const bits = 1 << 24

/** Makes an empty memory of keys (a Bloom filter of one hash, FNV-1a). */
export function createSeenKeys(): SeenKeys {
  const seen = new Uint8Array(bits >> 3)
  return {
    note: (key) => {
      let hash = 0x811c9dc5
      for (let at = 0; at < key.length; at += 1) {
        hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
      }
      const place = (hash ^ (hash >>> 15)) & (bits - 1)
      const mask = 1 << (place & 7)
      const before = seen[place >> 3] ?? 0
      seen[place >> 3] = before | mask
      return (before & mask) !== 0
    },
  }
}
