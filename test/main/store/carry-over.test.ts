import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { desk } from '#main/store/migrations/0001-desk.ts'
import { databaseFileName } from '#main/store/store.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
let folder: string

/** A data folder of the first version: two imports, of which the second did not list Fabrikam. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carry-over-'))
  const database = new DatabaseSync(join(folder, databaseFileName))
  database.exec(desk)
  database.exec(`
    PRAGMA user_version = 1;
    INSERT INTO partner_account VALUES
      ('a', '晨星云', '21vianet', 'direct', NULL, '4400001', 'sales-agent', '林晓', '', '', 0, '2026-09-01T00:00:00.000Z', '2026-09-01T00:00:00.000Z');
    INSERT INTO import (rid, id, account_id, shape, file_name, file_sha256, encoding, row_count, counts, rejected_count, imported_at)
    SELECT value, 'i' || value, 'a', 'reconciliation-21vianet', value || '.csv', '', 'utf-8', 1,
      '{"customers":{"added":1,"changed":0,"unchanged":0,"absent":0},"subscriptions":{"added":1,"changed":0,"unchanged":0,"absent":0}}',
      0, printf('2026-%02d-05T00:00:00.000Z', 8 + value)
    FROM json_each('[1, 2]');
    INSERT INTO customer
      (rid, id, account_id, customer_key, tenant_id, name, name_folded, name_key, search_key, domain, relationship, tags,
      tenant_import, name_import, seen_import, subscription_count, seat_count, next_end_date)
    VALUES
      (1, 'c1', 'a', 'tenant:${contoso}', '${contoso}', '上海华联贸易有限公司', '上海华联贸易有限公司', 'shang hai', '上海华联贸易有限公司', NULL, 'unknown', '[]', 1, 1, 2, 1, 25, '2027-01-31'),
      (3, 'c3', 'a', 'tenant:${fabrikam}', '${fabrikam}', 'Fabrikam', 'fabrikam', 'fabrikam', 'fabrikam', NULL, 'unknown', '[]', 1, 1, 1, 0, 0, NULL);
    INSERT INTO subscription_gate VALUES (1);
    INSERT INTO subscription
      (rid, account_id, customer_rid, subscription_key, subscription_id, offer, quantity, status, start_date, end_date, end_date_raw,
      billing_id, order_id, offer_id, durable_offer_id, partner_of_record, partner_of_record_state, fact_import, seen_import)
    VALUES (5, 'a', 1, 'b1b2c3d4-0000-4000-8000-00000000000a', 'b1b2c3d4-0000-4000-8000-00000000000a', 'Office 365 企业版 E3', 25, 'unknown',
      '2026-02-01', '2027-01-31', '1/31/2027 0:00', 'usCBMgAAAAAAAAIA', 'order-1', 'offer-1', 'durable-1', '4400001', 'own', 2, 2);
    DELETE FROM subscription_gate;
    INSERT INTO customer_note (id, customer_rid, text, created_at) VALUES ('n1', 3, '周五回电', '2026-09-06T00:00:00.000Z');
  `)
  database.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a portfolio of the first version is carried over, with its sources and the user’s notes', async () => {
  const loopback = createLoopback({ dataFolder: folder, clock: () => new Date('2026-11-22T04:00:00Z') })
  expect(
    loopback
      .read('customer.list', page)
      .rows.map(({ id, name, seatCount, confirmedAt }) => [id, name, seatCount, confirmedAt]),
  ).toEqual([
    ['c3', 'Fabrikam', 0, '2026-09-05T00:00:00.000Z'],
    ['c1', '上海华联贸易有限公司', 25, '2026-10-05T00:00:00.000Z'],
  ])
  expect(loopback.read('subscription.list', page).rows).toMatchObject([
    { customerId: 'c1', quantity: 25, status: 'unknown', evidence: { fileName: '2.csv' } },
  ])
  expect(loopback.read('customer.detail', { customerId: 'c3' })).toMatchObject({
    notes: [{ text: '周五回电' }],
    facts: { name: { evidence: { fileName: '1.csv' } }, relationship: { evidence: null } },
  })
  // The same file as the last one before is still no change, and a new import can be undone; the older ones cannot.
  const preview = await importFile(loopback, 'a', reconciliationFile([line({ DomainName: '' })]))
  expect(preview.subscriptions).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  expect(preview.customers).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  await loopback.run('import.undo', {})
  expect(await refusal(loopback.run('import.undo', {}))).toMatchObject({ code: 'IMPORT_BEFORE_HISTORY' })
  loopback.close()
})

test('a suggestion said no to by a customer’s id is still said no to, by its record', async () => {
  let now = new Date('2026-11-01T04:00:00Z')
  const own = mkdtempSync(join(tmpdir(), 'carry-over-'))
  const first = createLoopback({ dataFolder: own, clock: () => now })
  const accountId = await makeAccount(first)
  const prospect = { name: '上海华联贸易有限公司', email: 'it@hualian.cn' }
  const { id: requestId } = await first.run('request.create', { accountId, prospect, language: 'zh-CN' })
  await first.run('request.copy', { requestId, format: 'text' })
  now = new Date('2026-11-02T04:00:00Z')
  await importFile(first, accountId, reconciliationFile([line()]))
  const customerId = first.read('acceptance.list', {})[0]?.customerId ?? ''
  await first.run('acceptance.reject', { requestId, customerId })
  first.close()

  const database = new DatabaseSync(join(own, databaseFileName))
  database.exec(`
    CREATE TABLE before (
      id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
      customer_id TEXT NOT NULL, rejected_at TEXT NOT NULL, UNIQUE (request_id, customer_id)
    ) STRICT;
    INSERT INTO before SELECT r.id, r.request_id, c.id, r.rejected_at FROM acceptance_rejection AS r
      JOIN customer_record AS c ON c.rid = r.customer_rid;
    DROP TABLE acceptance_rejection;
    ALTER TABLE before RENAME TO acceptance_rejection;
    -- What later versions have added.
    DROP TABLE customer_identity;
    DROP TABLE not_duplicate;
    DROP TABLE import_date_order;
    DROP TABLE account_logo;
    DROP TABLE kept_total;
    DROP TRIGGER kept_total_head;
    DROP TRIGGER kept_total_account;
    ALTER TABLE request DROP COLUMN sent_by;
    PRAGMA user_version = 8;
  `)
  database.close()
  const second = createLoopback({ dataFolder: own, clock: () => now })
  expect(second.read('acceptance.list', {})).toEqual([])
  expect(second.read('request.detail', { requestId }).state).toBe('exported')
  second.close()
  rmSync(own, { recursive: true, force: true })
})
