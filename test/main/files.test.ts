import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRegularFile, writeWholeFile } from '#main/files.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const code = (value: string) => expect.objectContaining({ code: value })

describe('a file to be read', () => {
  test('tells its name and size, and is read whole', async () => {
    writeFileSync(join(folder, '客户.csv'), 'a,b\n')
    const file = await openRegularFile(join(folder, '客户.csv'))
    expect(file).toMatchObject({ name: '客户.csv', size: 4 })
    expect(Buffer.from(await file.read()).toString()).toBe('a,b\n')
  })

  test('must be there', async () => {
    await expect(openRegularFile(join(folder, 'missing.csv'))).rejects.toEqual(code('FILE_NOT_FOUND'))
  })

  test.each(['a.csv', './a.csv', '', '/tmp/a\0.csv'])('has an absolute path: %j', async (path) => {
    await expect(openRegularFile(path)).rejects.toEqual(code('FILE_NOT_FOUND'))
  })

  test('is no folder, link, pipe or device, and a pipe is not waited for', async () => {
    writeFileSync(join(folder, 'a.csv'), 'x')
    mkdirSync(join(folder, 'folder.csv'))
    symlinkSync(join(folder, 'a.csv'), join(folder, 'link.csv'))
    execFileSync('mkfifo', [join(folder, 'pipe.csv')])
    for (const path of ['folder.csv', 'link.csv', 'pipe.csv'].map((name) => join(folder, name))) {
      await expect(openRegularFile(path)).rejects.toEqual(code('FILE_NOT_READABLE'))
    }
    await expect(openRegularFile('/dev/zero')).rejects.toEqual(code('FILE_NOT_READABLE'))
  })

  test('is refused when another file has taken its place before it is read', async () => {
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'same size')
    const file = await openRegularFile(path)
    writeFileSync(join(folder, 'b.csv'), 'other one')
    execFileSync('mv', [join(folder, 'b.csv'), path])
    await expect(file.read()).rejects.toEqual(code('FILE_NOT_READABLE'))
  })

  test('is refused when a link or a pipe has taken its place', async () => {
    for (const replace of ['ln -sf /etc/passwd', 'mkfifo'] as const) {
      const path = join(folder, 'a.csv')
      writeFileSync(path, 'x')
      const file = await openRegularFile(path)
      rmSync(path)
      execFileSync('sh', ['-c', `${replace} "$1"`, 'sh', path])
      await expect(file.read()).rejects.toEqual(code('FILE_NOT_READABLE'))
      rmSync(path)
    }
  })

  test('is not named in the refusal, which may reach the page', async () => {
    const thrown: unknown = await openRegularFile(join(folder, 'secret.csv')).catch(
      (reason: unknown) => reason,
    )
    expect(String(thrown)).not.toContain('secret')
    expect(JSON.stringify(thrown)).not.toContain('secret')
  })
})

describe('a file that is written', () => {
  test('is there whole, private whatever the umask, and alone', async () => {
    const before = process.umask(0)
    try {
      await writeWholeFile(join(folder, 'mail.eml'), Buffer.from('To: a\r\n'))
    } finally {
      process.umask(before)
    }
    expect(readFileSync(join(folder, 'mail.eml'), 'utf8')).toBe('To: a\r\n')
    expect(statSync(join(folder, 'mail.eml')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['mail.eml'])
  })

  test('replaces what was there', async () => {
    writeFileSync(join(folder, 'mail.eml'), 'a much longer draft')
    await writeWholeFile(join(folder, 'mail.eml'), Buffer.from('new'))
    expect(readFileSync(join(folder, 'mail.eml'), 'utf8')).toBe('new')
  })

  test('leaves what was there, and no draft, when it cannot be written', async () => {
    mkdirSync(join(folder, 'mail.eml'))
    await expect(writeWholeFile(join(folder, 'mail.eml'), Buffer.from('x'))).rejects.toEqual(
      code('FILE_NOT_WRITABLE'),
    )
    expect(readdirSync(folder)).toEqual(['mail.eml'])
  })

  test('is refused where there is no folder', async () => {
    await expect(writeWholeFile(join(folder, 'no', 'mail.eml'), Buffer.from('x'))).rejects.toEqual(
      code('FILE_NOT_WRITABLE'),
    )
  })
})
