import { expect, test } from 'vitest'
import { createClipboardWriter } from '#main/shell/clipboard-writer.ts'

/** Electron up to 43: `write` takes one object, keeps what it knows and returns nothing. */
function objectClipboard() {
  const held: { text?: string; html?: string }[] = []
  return {
    held,
    write: (data: { text?: string; html?: string }): void => {
      if (Array.isArray(data)) {
        throw new TypeError('Error processing argument at index 0, conversion failure')
      }
      held.push(data)
    },
  }
}

/** Electron 44 and later: `ClipboardItem` as in browsers, and a `write` that takes a list of them and resolves later. */
class ClipboardItem {
  readonly content: Record<string, string>
  constructor(content: Record<string, string>) {
    this.content = content
  }
}
function itemClipboard() {
  const held: Record<string, string>[] = []
  return {
    held,
    write: async (items: readonly ClipboardItem[]): Promise<void> => {
      await Promise.resolve()
      for (const item of items) {
        if (!(item instanceof ClipboardItem)) {
          throw new TypeError('not a ClipboardItem')
        }
        held.push(item.content)
      }
    },
  }
}

test('rich text goes to the older clipboard as one object', async () => {
  const clipboard = objectClipboard()
  await createClipboardWriter(clipboard, undefined)({ text: '链接', html: '<p>链接</p>' })
  expect(clipboard.held).toEqual([{ text: '链接', html: '<p>链接</p>' }])
})

test('plain text goes there without an empty rich form beside it', async () => {
  const clipboard = objectClipboard()
  await createClipboardWriter(clipboard, undefined)({ text: 'a', html: null })
  expect(clipboard.held).toEqual([{ text: 'a' }])
})

test('rich text goes to the newer clipboard as one item of two types, and is there when the promise resolves', async () => {
  const clipboard = itemClipboard()
  await createClipboardWriter(clipboard, ClipboardItem)({ text: '链接', html: '<p>链接</p>' })
  expect(clipboard.held).toEqual([{ 'text/plain': '链接', 'text/html': '<p>链接</p>' }])
})

test('plain text goes there as one type', async () => {
  const clipboard = itemClipboard()
  await createClipboardWriter(clipboard, ClipboardItem)({ text: 'a', html: null })
  expect(clipboard.held).toEqual([{ 'text/plain': 'a' }])
})

test('a clipboard that refuses is heard', async () => {
  const failing = { write: async () => Promise.reject(new Error('no clipboard owner')) }
  await expect(createClipboardWriter(failing, ClipboardItem)({ text: 'a', html: null })).rejects.toThrow(
    'owner',
  )
})
