import type { JobHandle } from '#main/jobs.ts'
import type { Store } from '#main/store/store.ts'
import type { ReadFile } from './read-file.ts'
import type { PreviewFacts } from './staging/preview-facts.ts'
import { stagingPath } from './staging/staging-file.ts'
import { createStagingWriter } from './staging/staging-writer.ts'

/** How many rows are staged before the event loop gets its turn. */
const rowsPerTurn = 500

/** Puts a read file beside the portfolio, where it changes nothing until it is applied. */
export async function stageFile(
  store: Store,
  accountId: string,
  fileName: string,
  file: ReadFile,
  job: JobHandle,
): Promise<PreviewFacts> {
  const facts: PreviewFacts = {
    previewId: store.newId(),
    accountId,
    fileName,
    shape: file.shape,
    encoding: file.encoding,
    delimiter: file.delimiter,
    sha256: file.sha256,
    rowCount: file.rowCount,
    rejectedCount: file.rejectedCount,
    createdAt: store.now().toISOString(),
    stated: file.stated,
    isFullList: answeredBefore(store, accountId, file.shape),
  }
  const writer = await createStagingWriter(stagingPath(store.stagingFolder, facts.previewId))
  const all = file.customers.length + file.subscriptions.length
  let done = 0
  job.progress(0.5)
  const step = async () => {
    done += 1
    if (done % rowsPerTurn === 0) {
      job.checkCancelled()
      job.progress(0.5 + done / all / 2)
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }
  try {
    for (const customer of file.customers) {
      writer.putCustomer(customer, '')
      await step()
    }
    for (const subscription of file.subscriptions) {
      writer.putSubscription(subscription, '')
      await step()
    }
    file.rejected.forEach(writer.putRejected)
    writer.finish(facts)
  } catch (thrown) {
    writer.abandon()
    throw thrown
  }
  return facts
}

/** Whether files of this shape were said to list everything; `null` while that was never asked. */
function answeredBefore(store: Store, accountId: string, shape: string): boolean | null {
  const row = store.reader.get<{ is_full_list: number }>(
    'SELECT is_full_list FROM full_list_answer WHERE account_id = :accountId AND shape = :shape',
    { accountId, shape },
  )
  return row === undefined ? null : row.is_full_list === 1
}
