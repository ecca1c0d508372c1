import { readFile } from 'node:fs/promises'
import { answerSaveDialog } from './support/files.ts'
import { countOf } from './support/hostile.ts'
import { expect, test } from './support/launch.ts'
import { run } from './support/stage.ts'

test('a guide is drawn as one page of PDF with its fonts in it, by a window that leaves nothing behind', async ({
  desk,
}, testInfo) => {
  const { accountId } = await run(desk, 'sample.load', {})
  const prospect = { name: '上海华联贸易有限公司', email: 'it@hualian.cn' }
  const { id: requestId } = await run(desk, 'request.create', { accountId, prospect, language: 'zh-CN' })
  for (const language of ['zh-CN', 'en'] as const) {
    const path = testInfo.outputPath(`guide-${language}.pdf`)
    await answerSaveDialog(desk.application, path)
    const { bytes } = await run(desk, 'invitation.guide', { requestId, language })
    const pdf = await readFile(path)
    expect(pdf).toHaveLength(bytes)
    const text = pdf.toString('latin1')
    expect(text.slice(0, 8)).toMatch(/^%PDF-1\.\d/)
    expect(/\/Count (\d+)/.exec(text)?.[1]).toBe('1')
    expect(/\/MediaBox \[([^\]]*)\]/.exec(text)?.[1]).toMatch(/^0 0 59[4-6]\S* 84[12]\S*$/)
    // Every font lies in it, as a file or glyph by glyph.
    expect(/\/FontFile|\/Subtype \/Type3/.test(text)).toBe(true)
    expect(/\/BaseFont \/(Helvetica|Times|Courier)/.test(text)).toBe(false)
    expect(text.includes('/StructTreeRoot')).toBe(true)
  }
  expect(await countOf(desk, 'request.refused')).toBe(0)
  expect(await desk.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})
