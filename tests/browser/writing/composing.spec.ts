import { paragraph, picture } from '#shared/document/make.ts'
import { BlockId, MediaHash } from '#shared/domain/ids.ts'
import { InputMethod } from '../../kit/inputMethod.ts'
import { expect, test } from '../../kit/writing.ts'

test.describe('input methods', () => {
  test('compose in the middle of a line; only what is committed is reported', async ({ writing, page }) => {
    await writing.open(['今天的新闻'])
    await writing.select([0, 3])
    const method = await InputMethod.of(page)
    for (const text of ['b', 'be', 'bei', 'beij', 'beijing']) await method.compose(text)
    expect(await page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saving')
    expect(await page.evaluate(() => window.harness.batches())).toEqual([])
    await expect(writing.body).toContainText('今天的beijing新闻')
    await method.commit('北京')
    expect(await writing.outline()).toEqual(['p:今天的北京新闻'])
    await writing.flush()
    expect(await page.evaluate(() => window.harness.batches())).toHaveLength(1)
  })

  test('go on undisturbed when what is on the screen has to be saved at once', async ({ writing, page }) => {
    await writing.open(['今天的新闻'])
    await writing.select([0, 3])
    const method = await InputMethod.of(page)
    for (const text of ['b', 'bei', 'beijing']) {
      await method.compose(text)
      await page.evaluate(() => window.harness.flush())
      expect(await page.evaluate(() => JSON.stringify(window.harness.content().blocks))).toContain(`今天的${text}新闻`)
      expect(await page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saved')
    }
    await method.commit('北京')
    expect(await writing.outline()).toEqual(['p:今天的北京新闻'])
    expect(await page.evaluate(() => window.harness.complaint())).toBe(null)
  })

  test('compose in an empty paragraph, one word after the other', async ({ writing, page }) => {
    await writing.open()
    await writing.body.click()
    const method = await InputMethod.of(page)
    for (const [keys, word] of [
      ['ni', '你'],
      ['hao', '好'],
      ['shijie', '世界'],
    ] as const) {
      for (let end = 1; end <= keys.length; end += 1) await method.compose(keys.slice(0, end))
      await method.commit(word)
    }
    expect(await writing.outline()).toEqual(['p:你好世界'])
    await page.keyboard.press('Enter')
    await method.compose('ri')
    await method.commit('日')
    expect(await writing.outline()).toEqual(['p:你好世界', 'p:日'])
  })

  test('are not disturbed by saving, by another pane, or by a shortcut', async ({ writing, page }) => {
    await writing.open(['甲乙', '丙'])
    await writing.select([0, 1])
    await page.keyboard.type('x')
    const method = await InputMethod.of(page)
    await method.compose('zhong')
    // Autosave sends what was typed before, and the headline changes elsewhere, while the composition is open.
    await expect.poll(() => page.evaluate(() => window.harness.batches().length)).toBe(1)
    await page.evaluate(() => window.harness.content())
    await method.compose("zhong'guo")
    await expect(writing.body).toContainText("甲xzhong'guo乙")
    await method.commit('中国')
    expect(await writing.outline()).toEqual(['p:甲x中国乙', 'p:丙'])
  })

  test('replace chosen words, and undo takes the word back whole', async ({ writing, page }) => {
    await writing.open(['旧的词在这里'])
    await writing.select([0, 0], [0, 3])
    const method = await InputMethod.of(page)
    await method.compose('xin')
    await method.commit('新')
    expect(await writing.outline()).toEqual(['p:新在这里'])
    await page.keyboard.press('ControlOrMeta+z')
    expect(await writing.outline()).toEqual(['p:旧的词在这里'])
  })

  test('that give up leave no trace', async ({ writing, page }) => {
    await writing.open(['一二'])
    await writing.select([0, 1])
    const method = await InputMethod.of(page)
    await method.compose('abc')
    await method.compose('')
    expect(await writing.outline()).toEqual(['p:一二'])
    await expect.poll(() => page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saved')
  })

  test('compose in title lines', async ({ writing, page }) => {
    await writing.open()
    await page.getByRole('textbox', { name: '标题', exact: true }).click()
    const method = await InputMethod.of(page)
    await method.compose('biao')
    expect(await page.evaluate(() => window.harness.content().fields.headline)).toBe('')
    expect(await page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saving')
    await method.commit('标')
    expect(await page.evaluate(() => window.harness.content().fields.headline)).toBe('标')
    await method.compose('ti')
    await page.evaluate(() => window.harness.flush())
    expect(await page.evaluate(() => window.harness.content().fields.headline)).toBe('标ti')
    await method.commit('题')
    expect(await page.evaluate(() => window.harness.content().fields.headline)).toBe('标题')
    await expect.poll(() => page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saved')
  })

  test('compose in a picture’s details: nothing is called saved before the word is', async ({ writing, page }) => {
    const media = MediaHash.parse('1'.repeat(64))
    await writing.open([paragraph('前'), picture({ media, width: 4, height: 3 }, {}, BlockId.parse('pic'))])
    await writing.body.locator('figure').click()
    await page.getByLabel('图片资料').getByLabel('图片说明').click()
    const method = await InputMethod.of(page)
    await method.compose('he')
    expect(await page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saving')
    expect(await page.evaluate(() => window.harness.batches())).toEqual([])
    await method.compose('heliu')
    await page.evaluate(() => window.harness.flush())
    expect(JSON.stringify(await page.evaluate(() => window.harness.stored().blocks))).toContain('heliu')
    await method.commit('河流')
    await expect.poll(() => page.evaluate(() => window.harness.snapshot().save.kind)).toBe('saved')
    expect(JSON.stringify(await page.evaluate(() => window.harness.stored().blocks))).toContain('河流')
  })
})
