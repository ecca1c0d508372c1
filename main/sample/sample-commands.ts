import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { Mapping } from '#shared/domain/file-reading.ts'
import type { Imports } from '#main/import/imports.ts'
import { openKnownPortfolio } from '#main/import/known-portfolio.ts'
import { readPortfolioFile } from '#main/import/read-portfolio.ts'
import { textFile } from '#main/import/sources.ts'
import { stagingPath } from '#main/import/staging/staging-file.ts'
import { createStagingWriter } from '#main/import/staging/staging-writer.ts'
import { withOpenGate } from '#main/import/subscription-gate.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Store } from '#main/store/store.ts'
import { colleaguesMapping, generateAnswers, generateColleaguesTable } from './answers.ts'
import type { SampleOptions } from './generator.ts'
import { generateSample, makePortfolio, reconciliationOf } from './generator.ts'

const sampleAccount = {
  companyName: '示例云 Sample Cloud',
  tenantId: '5a3e0f7c-0000-4000-8000-5a3e0f7c0001',
  partnerId: '4400001',
  senderName: '林晓 Lin Xiao',
  senderEmail: 'lin.xiao@sample-partner.example',
  senderPhone: '+86 21 5555 0100',
  // Not a real invitation: the host is reserved for examples, so nobody can accept or abuse it.
  link: 'https://admin.sample-partner.example/Home?invType=ResellerRelationship&partnerId=5a3e0f7c-0000-4000-8000-5a3e0f7c0001&msppId=0#/partners/invitation',
} as const

const sampleCustomers = 40
const dayLength = 86_400_000

/** A file of the sample, and how many days ago it came. */
type SampleFile = {
  readonly name: string
  readonly text: string
  readonly daysAgo: number
  readonly mapping?: Mapping
}

/** Three months of a portfolio: seats grow, one thing is suspended, another changes its partner of record. */
function sampleFiles(options: SampleOptions): readonly SampleFile[] {
  const { reconciliation, customers } = generateSample(options)
  const { subscriptions } = makePortfolio(options)
  const { before, now } = generateAnswers(options)
  return [
    { name: 'sample-reconciliation-1.csv', text: reconciliationOf(subscriptions, 2), daysAgo: 62 },
    { name: 'sample-reconciliation-2.csv', text: reconciliationOf(subscriptions, 1), daysAgo: 32 },
    { name: 'sample-subscriptions-1.json', text: before, daysAgo: 32 },
    { name: 'sample-reconciliation-3.csv', text: reconciliation, daysAgo: 2 },
    { name: 'sample-subscriptions-2.json', text: now, daysAgo: 2 },
    {
      name: 'sample-other-partners.csv',
      text: generateColleaguesTable(options),
      daysAgo: 2,
      mapping: colleaguesMapping,
    },
    { name: 'sample-customers.csv', text: customers, daysAgo: 2 },
  ]
}

/** Loads and removes the sample portfolio, through the same reader and import as any file of the user's. */
export function createSampleCommands(store: Store, imports: Imports): HandlersOf<'sample'> {
  let loading: Promise<string> | null = null
  return {
    'sample.load': async () => {
      const known = store.reader.get<{ id: string }>('SELECT id FROM partner_account WHERE is_sample = 1')
      if (known !== undefined && loading === null) {
        return { accountId: known.id }
      }
      loading ??= loadSample(store, imports).finally(() => {
        loading = null
      })
      return { accountId: await loading }
    },
    'sample.remove': () => {
      const customers =
        store.reader.get<{ count: number }>(
          'SELECT COUNT(*) AS count FROM customer JOIN partner_account AS a ON a.id = account_id WHERE a.is_sample = 1',
        )?.count ?? 0
      store.commitPortfolio((writer) =>
        withOpenGate(writer, () => {
          const sample = '(SELECT id FROM partner_account WHERE is_sample = 1)'
          for (const table of ['request', 'subscription_record', 'customer_record', 'import']) {
            writer.run(`DELETE FROM ${table} WHERE account_id IN ${sample}`)
          }
          writer.run('DELETE FROM partner_account WHERE is_sample = 1')
        }),
      )
      return { customers }
    },
  }
}

async function loadSample(store: Store, imports: Imports): Promise<string> {
  const accountId = store.newId()
  const now = store.now().toISOString()
  store.commit((writer) => {
    writer.run(
      `INSERT INTO partner_account
        (id, company_name, cloud, kind, tenant_id, partner_id, user_role, sender_name, sender_email, sender_phone,
        is_sample, created_at, updated_at)
      VALUES (:accountId, :companyName, '21vianet', 'direct', :tenantId, :partnerId, 'sales-agent', :senderName,
        :senderEmail, :senderPhone, 1, :now, :now)`,
      {
        accountId,
        companyName: sampleAccount.companyName,
        tenantId: sampleAccount.tenantId,
        partnerId: sampleAccount.partnerId,
        senderName: sampleAccount.senderName,
        senderEmail: sampleAccount.senderEmail,
        senderPhone: sampleAccount.senderPhone,
        now,
      },
    )
    writer.run(
      'INSERT INTO invitation_link (id, account_id, link, added_at) VALUES (:id, :accountId, :link, :now)',
      {
        id: store.newId(),
        accountId,
        link: sampleAccount.link,
        now,
      },
    )
  })
  const files = sampleFiles({
    customers: sampleCustomers,
    seed: 21,
    today: civilDateOf(store.now()),
    tenantId: sampleAccount.tenantId,
    partnerId: sampleAccount.partnerId,
  })
  // Imports are dated in their order: beside others the sample has no past of its own.
  const isAlone = store.reader.get('SELECT 1 FROM import') === undefined
  for (const file of files) {
    await importFile(store, imports, accountId, isAlone ? file : { ...file, daysAgo: 0 })
  }
  return accountId
}

/** The sample is read in a blink; nobody waits for it long enough to cancel. */
const noJob = { progress: () => undefined, checkCancelled: () => undefined }

async function importFile(
  store: Store,
  imports: Imports,
  accountId: string,
  { name, text, daysAgo, mapping }: SampleFile,
): Promise<void> {
  const previewId = store.newId()
  const known = openKnownPortfolio(store.path, accountId)
  // Our own text needs no process of its own.
  await readPortfolioFile({
    source: { size: Buffer.byteLength(text), open: textFile(name, text).chunks },
    options: {
      encoding: 'utf-8',
      delimiter: null,
      sheet: null,
      headerRow: null,
      dateOrder: null,
      mapping: mapping ?? null,
      customerKey: null,
    },
    ownPartnerId: sampleAccount.partnerId,
    preview: { previewId, accountId, fileName: name, createdAt: store.now().toISOString() },
    known: { ...known, mappingFor: () => null, dateOrderFor: () => null, isFullList: () => null },
    stage: async () => createStagingWriter(stagingPath(store.stagingFolder, previewId)),
    onProgress: () => undefined,
  }).finally(known.close)
  await imports.apply(previewId, noJob, new Date(store.now().getTime() - daysAgo * dayLength))
}
