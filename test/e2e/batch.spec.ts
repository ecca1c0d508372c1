import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { zhCN } from '#shared/locales/zh-CN.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { answerOpenDialog, answerSaveDialog, cancelOpenDialog, dropFiles, putFile } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { goTo, look, rowsOf, run, speak, type Stage } from './support/stage.ts'

const link =
  'https://portal.partner.microsoftonline.cn/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=true#/partner-invitation'

test('three customers are asked in one go, one is reminded, one accepts, and nothing of it changed', async ({
  desk,
}, testInfo) => {
  const stage: Stage = { desk, language: 'zh-CN', texts: zhCN, folder: testInfo.outputPath('files') }
  const button = (name: string | RegExp) => desk.window.getByRole('button', { name })
  await run(desk, 'account.create', {
    companyName: '晨星云服务有限公司',
    cloud: '21vianet',
    kind: 'direct',
    senderName: '林晓',
    senderEmail: 'lin@chenxing.example',
    link,
  })
  await speak(desk, 'zh-CN')

  await test.step('answer the wizard for three, and stop half way', async () => {
    await goTo(stage, 'requests')
    await button(zhCN.requests.new).first().click()
    await button(zhCN.wizard.next).click()
    await desk.window.getByRole('radio', { name: zhCN.wizard.several.choice }).check()
    await desk.window
      .getByLabel(zhCN.wizard.several.paste)
      .fill(
        '上海华联贸易有限公司,it@hualian.cn\n长江物流集团\tit@changjiang.cn\n北京晨光教育；office@chenguang.cn',
      )
    await button('添加 3 个').click()
    await button(zhCN.wizard.next).click()
    await button(zhCN.wizard.next).click()
    await desk.window.getByLabel(zhCN.wizard.message.subject).fill('致{{客户}}：建立经销商关系的请求')
    // A placeholder goes to the caret, and the field's own undo takes it back.
    const text = desk.window.getByLabel(zhCN.wizard.message.text)
    await text.fill('您好，再见')
    await text.press('Home')
    await text.press('ArrowRight')
    await text.press('ArrowRight')
    await button(zhCN.templates.placeholders).click()
    await desk.window.getByRole('menuitem', { name: '{{域名}}' }).click()
    await expect(text).toHaveValue('您好{{域名}}，再见')
    await expect(text).toBeFocused()
    await text.press('ControlOrMeta+z')
    await expect(text).toHaveValue('您好，再见')
  })

  const folder = testInfo.outputPath('mails')
  await test.step('quit, and go on where it stopped', async () => {
    await expect
      .poll(async () => (await look(desk, 'wizard.kept', {})).draft)
      .toContain('建立经销商关系的请求')
    await desk.restart()
    await goTo(stage, 'requests')
    await button(zhCN.requests.continue).click()
    await button(zhCN.wizard.next).click()
    await expect(desk.window.getByText('致上海华联贸易有限公司：建立经销商关系的请求')).toBeVisible()
    await desk.screenshot('batch-1-review')
    await cancelOpenDialog(desk.application)
    await button('保存 3 份邮件草稿 (.eml)').click()
    await expect(desk.window.getByText(/3 个请求已作为草稿存入台账/)).toBeVisible()
    expect((await look(desk, 'request.list', {})).rows.map(({ state }) => state)).toEqual([
      'draft',
      'draft',
      'draft',
    ])
    const code = testInfo.outputPath('code.svg')
    await answerSaveDialog(desk.application, code)
    await button(`${zhCN.ledger.more}: 长江物流集团`).click()
    await desk.window.getByRole('menuitem', { name: zhCN.ledger.kit.qrSvg }).click()
    await expect.poll(async () => readFile(code, 'utf8').catch(() => '')).toContain('<svg')
    await mkdir(folder, { recursive: true })
    await answerOpenDialog(desk.application, folder)
    await button('保存 3 份邮件草稿 (.eml)').click()
    await expect(desk.window.getByText(/已保存 3 份邮件草稿/).first()).toBeVisible()
    expect((await look(desk, 'request.list', {})).total).toBe(3)
    await button(zhCN.wizard.review.done).click()
    const names = await readdir(folder)
    const mails = await Promise.all(
      names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))),
    )
    expect(mails.map((mail) => mail.to?.[0]?.address).toSorted()).toEqual([
      'it@changjiang.cn',
      'it@hualian.cn',
      'office@chenguang.cn',
    ])
    expect(
      mails.every((mail) => mail.text?.split(link).length === 2 && mail.subject?.startsWith('致') === true),
    ).toBe(true)
  })

  await test.step('say that they were sent, quit, and remind one', async () => {
    const { rows } = await look(desk, 'request.list', {})
    await run(desk, 'request.move', { requestIds: rows.map(({ id }) => id), to: 'sent' })
    await desk.restart()
    await goTo(stage, 'requests')
    await rowsOf(desk.window, zhCN.requests.list).filter({ hasText: '长江物流集团' }).click()
    await button(zhCN.ledger.move).click()
    await desk.window.getByRole('menuitem', { name: zhCN.ledger.moveTo.reminded }).click()
    await expect(rowsOf(desk.window, zhCN.requests.list).filter({ hasText: '长江物流集团' })).toContainText(
      zhCN.requests.states.reminded,
    )
  })

  await test.step('import a list in which one of them appears, and confirm it', async () => {
    const { bytes } = reconciliationFile([line({ Quantity: '25' })])
    await dropFiles(desk.window, [await putFile(stage.folder, '对帐 11 月.csv', bytes)])
    await button(/^应用/).click()
    await expect.poll(async () => (await look(desk, 'acceptance.list', {})).length).toBe(1)
    await goTo(stage, 'requests')
    const card = desk.window.getByRole('region', { name: zhCN.acceptance.title })
    await expect(card).toContainText('上海华联贸易有限公司')
    await expect(card).toContainText(zhCN.acceptance.reasons.name)
    await desk.screenshot('batch-2-suggestion')
    await card.getByRole('button', { name: zhCN.acceptance.confirm }).click()
    await expect(card).toBeHidden()
  })

  await test.step('read what was promised', async () => {
    await rowsOf(desk.window, zhCN.requests.list).filter({ hasText: '上海华联贸易有限公司' }).click()
    await expect(desk.window.getByText(zhCN.acceptance.promise)).toBeVisible()
    await expect(desk.window.getByText(/对帐 11 月\.csv/).first()).toBeVisible()
    await desk.screenshot('batch-3-promise')
  })

  await test.step('draw the partner map', async () => {
    await goTo(stage, 'customers')
    await rowsOf(desk.window, zhCN.customers.list).first().click()
    await desk.window.getByRole('tab', { name: zhCN.customers.tabs.partners }).click()
    const picture = desk.window.getByRole('img', { name: /上海华联贸易有限公司/ })
    await expect(picture).toBeVisible()
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(400)
    await button(zhCN.partnerMap.copy).click()
    await expect(desk.window.getByText(zhCN.partnerMap.copied).first()).toBeVisible()
    await desk.screenshot('batch-4-partners')
  })
})
