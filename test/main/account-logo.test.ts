import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#main/ipc/app-error.ts'
import { rasterLimits, readRaster } from '#main/pictures/raster.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { logoPng, onePixelJpeg } from '#test/support/pictures.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

const secret = 'taken at 31.2304 N 121.4737 E'

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A picture with something between its signature and its first chunks' end, and something behind it. */
const talkative = (png: Buffer) =>
  Buffer.concat([
    png.subarray(0, 33),
    chunk('tEXt', Buffer.from(secret)),
    png.subarray(33),
    Buffer.from(secret),
  ])
const talkativeJpeg = Buffer.concat([
  onePixelJpeg.subarray(0, 2),
  ...[0xe1, 0xfe].map((kind) =>
    Buffer.concat([Buffer.from([0xff, kind, 0, secret.length + 2]), Buffer.from(secret)]),
  ),
  onePixelJpeg.subarray(2),
  Buffer.from(secret),
])

const reasonOf = (bytes: Uint8Array): unknown => {
  try {
    return readRaster(bytes)
  } catch (thrown) {
    return thrown instanceof AppError && thrown.code === 'LOGO_INVALID' ? thrown.data?.['reason'] : thrown
  }
}

describe('a picture that is taken over', () => {
  test('keeps its pixels and nothing else', () => {
    const png = logoPng()
    const taken = readRaster(talkative(png))
    expect(taken).toMatchObject({ mime: 'image/png', width: 120, height: 40 })
    expect(Buffer.from(taken.bytes).includes(secret)).toBe(false)
    expect(PNG.sync.read(Buffer.from(taken.bytes)).data.equals(PNG.sync.read(png).data)).toBe(true)

    const jpeg = readRaster(talkativeJpeg)
    expect(jpeg).toMatchObject({ mime: 'image/jpeg', width: 1, height: 1 })
    expect(Buffer.from(jpeg.bytes).includes(secret)).toBe(false)
    expect(Buffer.from(jpeg.bytes).includes('JFIF')).toBe(false)
    expect(readRaster(jpeg.bytes).bytes).toEqual(jpeg.bytes)
  })

  test.each([
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'kind'],
    ['another format', Buffer.from('GIF89a'), 'kind'],
    ['nothing', Buffer.alloc(0), 'kind'],
    ['a side too long', logoPng(rasterLimits.side + 1, 1), 'side'],
    ['a file too large', Buffer.concat([logoPng(), Buffer.alloc(rasterLimits.bytes)]), 'bytes'],
    [
      'a second header',
      Buffer.concat([logoPng().subarray(0, 33), logoPng().subarray(8, 33), logoPng().subarray(33)]),
      'damaged',
    ],
    ['no pixels', Buffer.concat([logoPng().subarray(0, 33), chunk('IEND', Buffer.alloc(0))]), 'damaged'],
  ])('%s is refused', (_name, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason)
  })

  test('is whole: cut anywhere, or changed in any byte of a PNG, it is refused', () => {
    for (const picture of [logoPng(), onePixelJpeg]) {
      for (let end = 0; end < picture.length; end += 1) {
        expect(['kind', 'damaged']).toContain(reasonOf(picture.subarray(0, end)))
      }
    }
    const png = logoPng()
    fc.assert(
      fc.property(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(png)
        changed[at] = (changed[at] ?? 0) ^ change
        expect(['kind', 'damaged']).toContain(reasonOf(changed))
      }),
    )
  })

  test('whatever the bytes, there is an answer', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(logoPng(), onePixelJpeg),
        (wild, start) => {
          const answer = reasonOf(Buffer.concat([start.subarray(0, 24), wild]))
          expect(answer).not.toBeInstanceOf(Error)
        },
      ),
    )
  })
})

describe('the logo of an account', () => {
  let loopback: Loopback
  let accountId: string
  const file = (bytes: Uint8Array, name = 'logo.png') => ({ name, bytes })
  const logo = () => loopback.read('account.logo', { accountId })

  beforeEach(async () => {
    loopback = createLoopback({ clock: () => new Date('2026-11-24T09:00:00Z') })
    accountId = await makeAccount(loopback)
  })
  afterEach(() => loopback.close())

  test('is kept, replaced, taken off, and each of these taken back; it comes back with its account', async () => {
    expect(logo()).toBeNull()
    expect(await loopback.run('account.setLogo', { accountId }, file(logoPng()))).toEqual({
      width: 120,
      height: 40,
    })
    await loopback.run('account.setLogo', { accountId }, file(onePixelJpeg, 'logo.jpg'))
    expect(logo()).toMatchObject({ mime: 'image/jpeg', width: 1 })
    await loopback.run('undo.last', {})
    expect(logo()).toMatchObject({ mime: 'image/png', width: 120 })
    await loopback.run('account.removeLogo', { accountId })
    expect(logo()).toBeNull()
    await loopback.run('undo.last', {})
    await loopback.run('account.remove', { accountId })
    expect(logo()).toBeNull()
    await loopback.run('undo.last', {})
    expect(logo()).toMatchObject({ mime: 'image/png', width: 120 })
  })

  test('a picture that is none leaves the one there was', async () => {
    await loopback.run('account.setLogo', { accountId }, file(logoPng()))
    const refused = await refusal(
      loopback.run('account.setLogo', { accountId }, file(Buffer.from('<svg/>'), 'logo.svg')),
    )
    expect(refused).toMatchObject({ code: 'LOGO_INVALID', data: { reason: 'kind' } })
    expect(logo()).toMatchObject({ width: 120 })
  })

  test('stands on the account’s papers, and on those of no other', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    await loopback.run('account.setLogo', { accountId }, file(logoPng()))
    const [customer] = loopback.read('customer.list', {}).rows
    const customerId = customer?.id ?? ''
    const pictures = () =>
      [...new JSDOM(loopback.printed.at(-1) ?? '').window.document.images].map(({ src }) => src)
    for (const paper of ['call-card', 'report'] as const) {
      await loopback.run('report.customer', { customerId, paper })
      expect(pictures()).toEqual([`data:image/png;base64,${logo()?.content ?? ''}`])
    }
    await loopback.run('report.portfolio', { accountId })
    expect(pictures()).toHaveLength(1)
    await loopback.run('report.portfolio', {})
    expect(pictures()).toEqual([])
  })
})
