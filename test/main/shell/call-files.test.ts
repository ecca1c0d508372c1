import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FileUse } from '#shared/contract/spec.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { createCallFiles } from '#main/shell/call-files.ts'
import type { Dialogs } from '#main/shell/dialogs.ts'
import { createFileGrants } from '#main/shell/file-grants.ts'

const openTable: FileUse = { use: 'open', extensions: ['csv', 'txt'] }
const saveMail: FileUse = { use: 'save', extensions: ['eml'] }
const code = (value: string) => expect.objectContaining({ code: value })

let folder: string
/** What the user picks next; `null` closes the dialog. */
let picked: string | null
/** What else is picked where several files may be. */
let more: readonly string[]

const answer = async (): Promise<string> =>
  picked === null ? Promise.reject(new AppError('CANCELLED', 'closed')) : Promise.resolve(picked)
const dialogs: Dialogs = { open: async () => [await answer(), ...more], save: answer, folder: answer }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'call-files-test-'))
  writeFileSync(join(folder, 'picked.csv'), 'picked')
  writeFileSync(join(folder, 'dropped.CSV'), 'dropped')
  picked = null
  more = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a call', () => {
  test('reads the file its user picks', async () => {
    picked = join(folder, 'picked.csv')
    const file = await createCallFiles(dialogs, createFileGrants())
      .contextFor(1, undefined)
      .openFile(openTable)
    expect(Buffer.from(await file.read()).toString()).toBe('picked')
  })

  test('reads as many files as its user picks where it may, and one of a grant', async () => {
    picked = join(folder, 'picked.csv')
    more = [join(folder, 'dropped.CSV')]
    const files = createCallFiles(dialogs, createFileGrants())
    const several = { ...openTable, isSeveral: true } as const
    const names = async (grant?: string) =>
      (await files.contextFor(1, grant).openFiles(several)).map(({ name }) => name)
    expect(await names()).toEqual(['picked.csv', 'dropped.CSV'])
    expect(await names(await files.issueGrant(1, join(folder, 'dropped.CSV')))).toEqual(['dropped.CSV'])
    await expect(files.contextFor(1, 'forged').openFiles(several)).rejects.toEqual(code('FILE_GRANT_INVALID'))
  })

  test('reads the file of its grant, once, and no dialog opens', async () => {
    const files = createCallFiles(dialogs, createFileGrants())
    const token = await files.issueGrant(1, join(folder, 'dropped.CSV'))
    const context = files.contextFor(1, token)
    const file = await context.openFile(openTable)
    expect(Buffer.from(await file.read()).toString()).toBe('dropped')
    await expect(context.openFile(openTable)).rejects.toEqual(code('FILE_GRANT_INVALID'))
  })

  test('with a grant that is worth nothing is refused; it does not fall back to asking', async () => {
    picked = join(folder, 'picked.csv')
    const files = createCallFiles(dialogs, createFileGrants())
    await expect(files.contextFor(1, 'forged').openFile(openTable)).rejects.toEqual(
      code('FILE_GRANT_INVALID'),
    )
    const token = await files.issueGrant(1, join(folder, 'dropped.CSV'))
    await expect(files.contextFor(2, token).openFile(openTable)).rejects.toEqual(code('FILE_GRANT_INVALID'))
  })

  test('reads no other kind of file than its dialog offers', async () => {
    writeFileSync(join(folder, 'id_rsa'), 'secret')
    const files = createCallFiles(dialogs, createFileGrants())
    const token = await files.issueGrant(1, join(folder, 'id_rsa'))
    await expect(files.contextFor(1, token).openFile(openTable)).rejects.toEqual(code('FILE_NOT_A_TABLE'))
  })

  test('gets no grant for what is not a file', async () => {
    const files = createCallFiles(dialogs, createFileGrants())
    await expect(files.issueGrant(1, folder)).rejects.toEqual(code('FILE_NOT_READABLE'))
    await expect(files.issueGrant(1, join(folder, 'missing.csv'))).rejects.toEqual(code('FILE_NOT_FOUND'))
  })

  test('writes where its user says, and learns the name and a handle, not the path', async () => {
    picked = join(folder, 'mail.eml')
    const files = createCallFiles(dialogs, createFileGrants())
    const saved = await files.contextFor(1, undefined).saveFile(saveMail, 'mail.eml', Buffer.from('To: a'))
    expect(readFileSync(picked, 'utf8')).toBe('To: a')
    expect(saved.fileName).toBe('mail.eml')
    expect(JSON.stringify(saved)).not.toContain(folder)
    expect(files.pathOfSaved(saved.handle ?? '')).toBe(picked)
    expect(() => files.pathOfSaved('forged')).toThrow(code('FILE_GRANT_INVALID'))
  })

  test('writes several files into the folder its user picks, and replaces none of those already there', async () => {
    picked = folder
    const files = createCallFiles(dialogs, createFileGrants())
    writeFileSync(join(folder, 'a.eml'), 'kept')
    const mail = (text: string) => ({ name: 'a.eml', bytes: Buffer.from(text) })
    const saved = await files.contextFor(1, undefined).saveFiles(saveMail, [mail('one'), mail('two')])
    expect(saved.fileNames).toEqual(['a (2).eml', 'a (3).eml'])
    const names = ['a.eml', ...saved.fileNames.map(String)]
    const contents = names.map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(contents).toEqual(['kept', 'one', 'two'])
    expect(files.pathOfSaved(saved.handle ?? '')).toBe(join(folder, 'a (2).eml'))
  })

  test('writes nothing when its user closes the dialog', async () => {
    const files = createCallFiles(dialogs, createFileGrants())
    const saving = files.contextFor(1, undefined).saveFile(saveMail, 'mail.eml', Buffer.from('x'))
    await expect(saving).rejects.toEqual(code('CANCELLED'))
  })
})
