/** The most texts one memo remembers; a column with more different ones gains nothing from it. */
const capacity = 5_000

/**
 * Remembers what a text was read into: offers, dates and states repeat a million times. A remembered text is a copy
 * that stands alone, since a piece of a larger text would keep all of that in memory.
 */
export function createMemo<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) {
      return found
    }
    const value = read(text)
    if (known.size < capacity && text.length < 200) {
      known.set(Buffer.from(text, 'utf16le').toString('utf16le'), value)
    }
    return value
  }
}
