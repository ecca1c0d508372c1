import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commands, views } from '#shared/contract/contract.ts'

type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly additionalProperties?: boolean | JsonSchema
  readonly maxLength?: number
  readonly maxItems?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
}

/** Every schema inside a schema, with the property it stands at. */
function everySchema(schema: unknown, name = ''): { name: string; schema: JsonSchema }[] {
  if (typeof schema !== 'object' || schema === null) {
    return []
  }
  if (Array.isArray(schema)) {
    return schema.flatMap((item) => everySchema(item, name))
  }
  const { properties = {}, ...rest } = schema as JsonSchema & { properties?: object }
  return [
    { name, schema },
    ...Object.entries(properties).flatMap(([key, value]) => everySchema(value, key)),
    ...Object.values(rest).flatMap((value) => everySchema(value, name)),
  ]
}

const jsonOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
const inputs = Object.entries(commands).map(([name, { input }]) => ({
  name,
  parts: everySchema(jsonOf(input)),
}))
const params = Object.entries(views).map(([name, view]) => ({
  name,
  parts: everySchema(jsonOf(view.params)),
}))
const propertyNames = (parts: readonly { name: string }[]) =>
  [...new Set(parts.map(({ name }) => name))].filter(Boolean)

test('the walk sees what is there', () => {
  const create = inputs.find(({ name }) => name === 'request.create')
  expect(propertyNames(create?.parts ?? [])).toEqual(
    expect.arrayContaining(['accountId', 'prospect', 'email', 'recipients']),
  )
})

describe('subscriptions are read-only by contract', () => {
  const row = everySchema(jsonOf(views['subscription.list'].value))
  /** What a subscription shares with other records: who it belongs to. */
  const shared = [
    'total',
    'rows',
    'id',
    'accountId',
    'customerId',
    'evidence',
    'importId',
    'source',
    'fileName',
    'importedAt',
    'confirmedAt',
  ]
  const fields = propertyNames(row).filter((name) => !shared.includes(name))

  test('their fields are known', () => {
    expect(fields).toEqual(
      expect.arrayContaining(['offer', 'quantity', 'status', 'startDate', 'endDate', 'partnerOfRecord']),
    )
  })

  test.each(inputs)('$name takes none of their fields', ({ parts }) => {
    expect(
      propertyNames(parts).filter((name) => fields.includes(name) || /subscription/i.test(name)),
    ).toEqual([])
  })

  test('and no command is about them', () => {
    expect(Object.keys(commands).filter((name) => /subscription/i.test(name))).toEqual([])
  })
})

describe.each([...inputs, ...params])('$name', ({ parts }) => {
  test('takes no path, address, markup, channel or program text', () => {
    const forbidden = [
      'path',
      'url',
      'uri',
      'href',
      'html',
      'markup',
      'channel',
      'sql',
      'regex',
      'regexp',
      'script',
      'folder',
      'directory',
    ]
    const words = (name: string) => name.split(/(?=[A-Z])|[^A-Za-z]/).map((word) => word.toLowerCase())
    expect(
      propertyNames(parts).filter((name) => words(name).some((word) => forbidden.includes(word))),
    ).toEqual([])
  })

  test('refuses every key it does not know, at every depth', () => {
    const objects = parts.filter(({ schema }) => schema.type === 'object')
    expect(objects.length).toBeGreaterThan(0)
    expect(objects.filter(({ schema }) => schema.additionalProperties !== false)).toEqual([])
  })

  test('bounds every text and every list', () => {
    const texts = parts.filter(({ schema }) => schema.type === 'string')
    const unbounded = texts.filter(
      ({ schema }) =>
        schema.maxLength === undefined &&
        schema.enum === undefined &&
        schema.const === undefined &&
        schema.pattern === undefined,
    )
    const lists = parts.filter(({ schema }) => schema.type === 'array' && schema.maxItems === undefined)
    expect([...unbounded, ...lists].map(({ name }) => name)).toEqual([])
  })
})
