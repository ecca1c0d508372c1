/** The two bytes of every character GB18030 writes with two, found by reading all of them. */
function readTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if ([...text].length === 1 && !table.has(text)) {
        table.set(text, [lead, trail])
      }
    }
  }
  return table
}

/** Writes a text as a Chinese Excel does: in GB18030. */
export function toGb18030(text: string): Uint8Array {
  const table = readTable()
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      const bytes = code < 0x80 ? [code] : table.get(character)
      if (bytes === undefined) {
        throw new Error(`${character} needs more than two bytes`)
      }
      return [...bytes]
    }),
  )
}
