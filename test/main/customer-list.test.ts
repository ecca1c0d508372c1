import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'

const names = [
  '重庆华联贸易有限公司',
  '厦门云帆科技有限公司',
  '长沙金桥食品有限公司',
  'Contoso Ltd',
  'ｆａｂｒｉｋａｍ 公司',
  'Ａdventure Works',
  '50% Off_Co',
]
const tenant = (index: number) => `a1b2c3d4-0000-4000-8000-0000000000${10 + index}`
const page = { offset: 0, limit: 200 }
let loopback: Loopback

beforeEach(async () => {
  loopback = createLoopback()
  const accountId = await makeAccount(loopback)
  const rows = names.map((name, index) => [tenant(index), name, `domain${index}.cn`, 'Cloud Reseller', ''])
  await importFile(loopback, accountId, customersFile(rows))
})
afterEach(() => loopback.close())

const found = (search: string) =>
  loopback.read('customer.list', { ...page, search }).rows.map(({ name }) => name)

describe('search', () => {
  test.each([
    ['华联', 0],
    ['联贸', 0],
    ['hualian', 0],
    ['cqhl', 0],
    ['chongqing', 0],
    ['xiamen', 1],
    ['XMYF', 1],
    ['changsha', 2],
    ['ONTOSO', 3],
    ['ｃｏｎｔｏｓｏ', 3],
    ['fabrikam', 4],
    ['adventure', 5],
    ['domain3.cn', 3],
    [tenant(3).slice(-6), 3],
    ['50%', 6],
    ['off_co', 6],
  ])('%j finds its customer alone', (search, index) => {
    expect(found(search)).toEqual([names[index]])
  })

  test.each(['%', '_', "'", '"', '\\'])('%j is a character like any other', (search) => {
    expect(found(search)).toEqual(names.filter((name) => name.includes(search)))
  })

  test('blank finds all, nonsense finds none', () => {
    expect(found('  ')).toHaveLength(names.length)
    expect(found('不存在')).toEqual([])
  })
})

describe('order and windows', () => {
  test('Chinese names stand in pinyin order among Latin ones', () => {
    expect(found('')).toEqual([names[6], names[5], names[2], names[0], names[3], names[4], names[1]])
  })

  test('any window of any order is a slice of the whole, and descending is ascending turned round', () => {
    const direction = fc.constantFrom('ascending' as const, 'descending' as const)
    fc.assert(
      fc.property(
        fc.constantFrom('name', 'domain', 'relationship', 'subscriptionCount', 'seatCount', 'nextEndDate'),
        direction,
        fc.nat(10),
        fc.nat(10),
        (column, way, offset, limit) => {
          const sort = { column, direction: way }
          const whole = loopback.read('customer.list', { ...page, sort }).rows
          const { total, rows } = loopback.read('customer.list', { offset, limit, sort })
          expect(total).toBe(names.length)
          expect(rows).toEqual(whole.slice(offset, offset + limit))
        },
      ),
    )
  })
})
