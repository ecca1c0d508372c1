import { createHash } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { commands } from '#shared/contract/contract.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import { databaseFileName } from '#main/store/store.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

/* Whatever is asked of the program, by whatever command: not one byte of the mirror changes. */

/** What brings rows into the mirror, re-files them and takes them out, and so has a gate: imports, merges, their undoing. */
const throughTheGate = /^(import\.|sample\.|undo\.|customer\.merge$|account\.remove$)/

type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
}

const asked = Object.entries(commands)
  .filter(([name]) => !throughTheGate.test(name))
  .map(([name, { input }]) => ({
    name,
    schema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema,
  }))

/** An input of a schema's form in which every text is one of some words. */
function inputOf(schema: Schema, text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) {
    return fc.constant(schema.const)
  }
  if (schema.enum !== undefined) {
    return fc.constantFrom(...schema.enum)
  }
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) {
    return fc.oneof(...either.map((each) => inputOf(each, text)))
  }
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {})
      return fc.record(Object.fromEntries(fields.map(([name, each]) => [name, inputOf(each, text)])), {
        requiredKeys: [...(schema.required ?? [])],
      })
    }
    case 'array':
      return fc.array(inputOf(schema.items ?? schema.prefixItems?.[0] ?? { type: 'string' }, text), {
        minLength: Math.max(1, schema.minItems ?? 0),
        maxLength: 2,
      })
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return fc.integer({ min: 0, max: 1_000 })
    case 'null':
      return fc.constant(null)
    case 'string':
    case undefined:
    default:
      return text
  }
}

let loopback: Loopback
let subscriptionIds: readonly string[]
let otherIds: readonly string[]

beforeAll(async () => {
  loopback = createLoopback({ clock: () => new Date('2026-11-24T09:00:00Z') })
  const { accountId } = await loopback.run('sample.load', {})
  subscriptionIds = loopback.read('subscription.list', { limit: 10_000 }).rows.map(({ id }) => id)
  otherIds = [accountId, ...loopback.read('customer.list', { limit: 10 }).rows.map(({ id }) => id)]
})
afterAll(() => loopback.close())

/** Every row of the mirror's tables, read past the program, as one number. */
function mirror(): string {
  const { DatabaseSync } = loadSqliteDriver().module
  const database = new DatabaseSync(join(loopback.dataFolder, databaseFileName), { readOnly: true })
  try {
    const hash = createHash('sha256')
    for (const table of ['subscription_record', 'subscription_fact']) {
      const rows = database.prepare(`SELECT * FROM ${table} ORDER BY rid`).all()
      expect(rows.length).toBeGreaterThan(50)
      hash.update(JSON.stringify(rows))
    }
    return hash.digest('hex')
  } finally {
    database.close()
  }
}

const ask = async (name: string, input: unknown) =>
  loopback.application.router.dispatch(name, input, {
    openFile: () => Promise.reject(new AppError('CANCELLED', 'no file')),
    openFiles: () => Promise.reject(new AppError('CANCELLED', 'no file')),
    saveFile: (_use, fileName) => Promise.resolve({ fileName, handle: null }),
    saveFiles: (_use, files) =>
      Promise.resolve({ fileNames: files.map(({ name: fileName }) => fileName), handle: null }),
  })

test('the commands asked are nearly all there are', () => {
  expect(asked.length).toBeGreaterThan(30)
  expect(asked.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['renewal.pin', 'renewal.done', 'renewal.note', 'customer.note', 'list.export']),
  )
})

test('every command with every subscription id of the sample', { timeout: 120_000 }, async () => {
  const before = mirror()
  const [accountId = ''] = otherIds
  for (const { name, schema } of asked) {
    for (const id of subscriptionIds) {
      // Every text of the input is this id, whatever the field means by it.
      const [input] = fc.sample(inputOf(schema, fc.constant(id)), 1)
      await ask(name, input)
    }
  }
  for (const id of subscriptionIds) {
    await ask('renewal.pin', { renewals: [{ accountId, key: id }], isPinned: true })
    await ask('renewal.note', { renewals: [{ accountId, key: id }], text: id })
  }
  expect(mirror()).toBe(before)
  expect(loopback.read('renewal.summary', {}).pinned).toBe(subscriptionIds.length)
})

test('ten thousand inputs nobody thought of', { timeout: 120_000 }, async () => {
  const before = mirror()
  const text = fc.oneof(
    fc.constantFrom(...subscriptionIds),
    fc.constantFrom(...otherIds),
    fc.constantFrom('2026-12-31', "x'; DELETE FROM subscription_fact; --"),
    fc.string({ maxLength: 12 }),
  )
  let answered = 0
  for (const { name, schema } of asked) {
    for (const input of fc.sample(inputOf(schema, text), Math.ceil(10_000 / asked.length))) {
      const reply = await ask(name, input)
      answered += reply.ok ? 1 : 0
    }
  }
  // Were every input refused at the door, nothing would have been tried.
  expect(answered).toBeGreaterThan(500)
  expect(mirror()).toBe(before)
})

test('SQL refuses every write outside the gate', () => {
  const { DatabaseSync } = loadSqliteDriver().module
  const database = new DatabaseSync(join(loopback.dataFolder, databaseFileName))
  try {
    for (const sql of [
      'UPDATE subscription_fact SET quantity = 0',
      'DELETE FROM subscription_fact',
      'UPDATE subscription_record SET subscription_key = rid',
      'DELETE FROM subscription_record',
      'INSERT INTO subscription_fact SELECT * FROM subscription_fact LIMIT 1',
    ]) {
      expect(() => database.exec(sql)).toThrow('read-only outside an import')
    }
  } finally {
    database.close()
  }
})
