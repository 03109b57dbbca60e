import { expect, test } from '../kit/host.ts'
import {
  attribute,
  atWork,
  inspector,
  openFrom,
  reviewTab,
  saved,
  setOffline,
  startOriginal,
  statusBar,
  writeBody,
} from './desk.ts'

test.describe.configure({ timeout: 180_000 })

const headline = '北渡口旧仓库改成社区书场'

test('an article goes from the first keystroke offline to a signed, attributed page', async ({
  workstation,
  request,
}) => {
  const reporter = await atWork(await workstation.page('linxiao'))

  await test.step('the reporter writes and submits offline', async () => {
    await setOffline(reporter, true)
    await startOriginal(reporter, headline)
    await writeBody(reporter, '渡口边的三号仓库空了十二年。', '上个月，它重新亮起了灯：街道把它改成了书场。')
    await attribute(reporter, { column: '新闻 › 民生', reporter: '林晓', editor: '周宁', responsibleEditor: '何敏' })
    await saved(reporter)
    await reviewTab(reporter)
    await inspector(reporter).getByRole('button', { name: '送审' }).click()
    await expect(inspector(reporter).getByText('已送审，等待送到编辑部')).toBeVisible()
    await expect(statusBar(reporter).getByRole('button', { name: /离线工作/ })).toContainText('待送出')
  })

  await test.step('what waits is sent when the reporter is online again', async () => {
    await setOffline(reporter, false)
    await expect(statusBar(reporter).getByRole('button', { name: /全部送达/ })).toBeVisible({ timeout: 30_000 })
  })

  await test.step('the editor gives the first review at another desktop', async () => {
    const editor = await atWork(await workstation.page('zhouning'))
    await openFrom(editor, '待审', headline)
    await reviewTab(editor)
    await inspector(editor).getByRole('textbox', { name: '审稿意见' }).fill('事实清楚，可以上。')
    await inspector(editor).getByRole('button', { name: '通过', exact: true }).click()
    await expect(statusBar(editor).getByRole('button', { name: /全部送达/ })).toBeVisible({ timeout: 30_000 })
  })

  const chief = await atWork(await workstation.page('songyuan'))
  await test.step('the chief editor signs off and publishes', async () => {
    await openFrom(chief, '待审', headline)
    await reviewTab(chief)
    await expect(inspector(chief).getByText('事实清楚，可以上。')).toBeVisible()
    await inspector(chief).getByRole('textbox', { name: '审稿意见' }).fill('同意签发。')
    await inspector(chief).getByRole('button', { name: '签发', exact: true }).click()
    await chief.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
    await inspector(chief).getByRole('button', { name: '发布', exact: true }).click({ timeout: 30_000 })
  })

  const address = await test.step('the receipt names the public page', async () => {
    const receipt = inspector(chief).getByRole('region', { name: '回执' })
    await expect(receipt).toBeVisible({ timeout: 30_000 })
    const [url] = /http:\S+/.exec(await receipt.innerText()) ?? []
    expect(url).toMatch(new RegExp(`^${workstation.siteUrl}/`))
    return url ?? ''
  })

  await test.step('the page stands with its attribution, for people and for machines', async () => {
    const html = await (await request.get(address)).text()
    const printed = html.replaceAll(/<[^>]+>/g, ' ')
    const said = [
      headline,
      '渡口边的三号仓库空了十二年。',
      '来源：',
      '澄川新闻网',
      '编辑：',
      '周宁',
      '责任编辑：',
      '何敏',
    ]
    for (const words of [...said, '版权均属澄川新闻网所有']) expect(printed).toContain(words)
    const [breadcrumb = ''] = /<nav class="breadcrumb".*?<\/nav>/s.exec(html) ?? []
    expect(
      breadcrumb
        .replaceAll(/<[^>]+>/g, ' ')
        .split(/\s+/)
        .filter(Boolean),
    ).toEqual(['首页', '新闻', '民生', '正文'])

    const [, json = '[]'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
    const record = JSON.stringify(JSON.parse(json))
    expect(record).toContain('"NewsArticle"')
    for (const fact of [headline, '林晓', '周宁', '何敏', '澄川新闻网']) expect(record).toContain(fact)
  })

  await test.step('the reporter sees it among the published, once', async () => {
    await openFrom(reporter, '已发布', headline)
    await expect(reporter.getByRole('option', { name: new RegExp(headline) })).toHaveCount(1)
  })
})
