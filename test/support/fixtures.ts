import type { Loopback, TestFile } from './loopback.ts'

/** The link most tests use: of a documented shape, with the ampersands and the fragment that get links broken. */
export const link =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation'

/** Makes a 21Vianet account with a link; overrides win. */
export async function makeAccount(
  loopback: Loopback,
  overrides: Partial<Parameters<typeof loopback.run<'account.create'>>[1]> = {},
): Promise<string> {
  const { id } = await loopback.run('account.create', {
    companyName: '晨星云服务有限公司',
    cloud: '21vianet',
    kind: 'direct',
    partnerId: '4400001',
    senderName: '林晓',
    senderEmail: 'lin@chenxing.example',
    senderPhone: '+86 21 5555 0100',
    link,
    ...overrides,
  })
  return id
}

/** Previews a file that needs no question; with the rows that are not taken. */
export async function previewFile(loopback: Loopback, accountId: string, file: TestFile) {
  const reply = await loopback.run('import.preview', { accountId }, file)
  if (reply.step !== 'changes') {
    throw new Error(`${file.name} asks for its ${reply.step}`)
  }
  const { rows } = loopback.read('import.rejected', { previewId: reply.previewId })
  return { ...reply, rejected: rows }
}

/** Previews and applies a file. */
export async function importFile(loopback: Loopback, accountId: string, file: TestFile) {
  const preview = await previewFile(loopback, accountId, file)
  await loopback.run('import.apply', { previewId: preview.previewId })
  return preview
}

/** The error a promise is refused with; fails when it is not. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; data: { [key: string]: unknown } }> {
  const outcome = await work.then(
    (value) => ({ isRefused: false as const, value }),
    (thrown: unknown) => ({ isRefused: true as const, thrown }),
  )
  if (!outcome.isRefused) {
    throw new Error(`was not refused, but answered ${JSON.stringify(outcome.value)}`)
  }
  return outcome.thrown as { code: string; message: string; data: { [key: string]: unknown } }
}
