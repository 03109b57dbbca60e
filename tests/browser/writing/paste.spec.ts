import { paragraph } from '#shared/document/make.ts'
import { BlockId } from '#shared/domain/ids.ts'
import { expect, test } from '../../kit/writing.ts'

const html = (body: string) => ({ 'text/html': `<html><body>${body}</body></html>`, 'text/plain': 'plain' })

test.describe('pasting text', () => {
  test('puts one line where the caret is, in the format of that place', async ({ writing, page }) => {
    await writing.open(['前后'])
    await writing.select([0, 1])
    await page.keyboard.press('ControlOrMeta+b')
    await page.keyboard.type('粗')
    await writing.paste({ 'text/plain': '中间' })
    expect(await writing.outline()).toEqual(['p:前*粗中间*后'])
  })

  test('makes paragraphs of lines, without empty ones and without blanks for an indent', async ({ writing }) => {
    await writing.open(['开头'])
    await writing.select([0, 2])
    await writing.paste({ 'text/plain': '一\r\n\r\n　　二\u0000\n\n\n三\tx\n' })
    expect(await writing.outline()).toEqual(['p:开头一', 'p:二', 'p:三 x'])
  })

  test('types and pastes nothing that shows words in another order', async ({ writing, page }) => {
    await writing.open(['前后'])
    await writing.select([0, 1])
    await page.keyboard.insertText('一\u202E二')
    await page.keyboard.insertText('\u2067')
    await writing.paste({ 'text/plain': '三\u202D四' })
    expect(await writing.outline()).toEqual(['p:前一二三四后'])
    const headline = page.getByRole('textbox', { name: '标题', exact: true })
    await headline.click()
    await page.keyboard.insertText('标\u202E题')
    await expect(headline).toHaveValue('标题')
  })
})

test.describe('pasting from other programs', () => {
  const cases: [name: string, source: string, outline: string[]][] = [
    ['paragraphs and formats', '<p>一<b>二</b><i>三</i></p><p>四<sub>2</sub></p>', ['p:一*二*_三_', 'p:四,2,']],
    [
      'headings by rank',
      '<h1>甲</h1><h2>乙</h2><h3>丙</h3><h6>丁</h6><p>正</p>',
      ['h2:甲', 'h2:乙', 'h3:丙', 'h3:丁', 'p:正'],
    ],
    [
      'quotes and lists',
      '<blockquote><p>引</p></blockquote><ul><li>一<ul><li>深</li></ul></li><li>二</li></ul>',
      ['quote:引', 'ul[一|ul[深]|二]'],
    ],
    ['numbers', '<ol><li><p>一</p><p>续</p></li><li>二</li></ol><p>完</p>', ['ol[一⏎续|二]', 'p:完']],
    [
      'no styles',
      '<p style="color:red;font-size:40px">红<span style="background:yellow">黄</span></p><p>x</p>',
      ['p:红黄', 'p:x'],
    ],
    [
      'weight by style, either way',
      '<b style="font-weight:normal"><p>一<span style="font-weight:700">二</span></p><p>三</p></b>',
      ['p:一*二*', 'p:三'],
    ],
    [
      'safe links only',
      '<p><a href="https://a.example/">甲</a><a href="javascript:alert(1)">乙</a><a href="java&#0;script:alert(1)">丙</a></p><p>x</p>',
      ['p:(甲)乙丙', 'p:x'],
    ],
    [
      'no remote pictures',
      '<p>前<img src="https://spy.example/a.png" alt="河">后<img src="x" width="1" height="1"></p><p><img src="y"></p>',
      ['p:前［图片：河］后', 'p:［图片］'],
    ],
    [
      'tables as rows',
      '<table><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table>',
      ['p:一 二', 'p:三 四'],
    ],
    [
      'no scripts, styles, hidden words',
      '<p>一<script>alert(1)</script><style>p{}</style></p><p hidden>藏</p><p style="display: none">藏</p><p>二</p>',
      ['p:一', 'p:二'],
    ],
    [
      'what tracked changes of Word put in, and not what they took out',
      '<p>桥长<del cite="mailto:a@b.test" datetime="2026-03-05T09:00">三百</del><ins cite="mailto:a@b.test">四百</ins>米</p><del><p>删去</p></del><p>二</p>',
      ['p:桥长四百米', 'p:二'],
    ],
    [
      'words in the order in which they are shown',
      '<p>付款\u202E001\u202C元<b>\u2066甲\u2069</b></p><p>二\u200E</p>',
      ['p:付款001元*甲*', 'p:二\u200E'],
    ],
    [
      'line breaks between Chinese characters as nothing',
      '<p>文字\n换行 and\nwords</p><p>x</p>',
      ['p:文字换行 and words', 'p:x'],
    ],
    [
      'sections of WeChat',
      '<section style="x"><section><span style="font-weight: bold">粗</span>体</section><section><br></section><section>二</section></section>',
      ['p:*粗*体', 'p:二'],
    ],
    [
      'unfinished and hostile markup',
      '<p>一<p>二<div><svg onload=alert(1)><iframe srcdoc="<script>alert(1)</script>"></iframe><img src=x onerror=alert(1)>三',
      ['p:一', 'p:二', 'p:［图片］三'],
    ],
  ]
  for (const [name, source, outline] of cases) {
    test(`keeps ${name}`, async ({ writing }) => {
      await writing.open([''])
      await writing.select([0, 0])
      await writing.paste(html(source))
      // The empty paragraph may stay behind the pasted blocks.
      expect((await writing.outline()).filter((block) => block !== 'p:')).toEqual(outline)
    })
  }

  test('makes lists of what Word calls a list', async ({ writing }) => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>` +
      `<![endif]><span lang=ZH-CN>${text}<o:p></o:p></span></p>`
    await writing.open([''])
    await writing.select([0, 0])
    await writing.paste(
      html(
        `<p class=MsoNormal>前言</p>${item(1, '·', '甲')}${item(2, 'o', '乙')}${item(1, '·', '丙')}` +
          `<p class=MsoNormal>中间</p>${item(1, '1.', '一')}${item(1, '2.', '二')}<p class=MsoNormal>后记</p>`,
      ),
    )
    expect(await writing.outline()).toEqual(['p:前言', 'ul[甲|ul[乙]|丙]', 'p:中间', 'ol[一|二]', 'p:后记'])
  })

  test('asks no other site for anything', async ({ writing, page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await writing.open([''])
    await writing.select([0, 0])
    await writing.paste(
      html('<p>一<img src="https://spy.example/a.png"></p><link rel=stylesheet href="https://spy.example/b.css">'),
    )
    expect(await writing.outline()).toContain('p:一［图片］')
    expect(asked).toEqual([])
  })
})

test.describe('the own form on the clipboard', () => {
  const own = (nodes: unknown[], namespace = 'galley') => ({
    'application/x-lexical-editor': JSON.stringify({ namespace, nodes }),
    'text/plain': 'plain',
  })
  const text = { type: 'text', version: 1, text: '字', format: 0, detail: 0, mode: 'normal', style: '' }
  const block = { ...paragraph('段', BlockId.parse('pasted')) }

  test('copies blocks: the copy is another block, what was cut is the same one', async ({ writing, page }) => {
    await writing.open([paragraph('甲', BlockId.parse('a')), paragraph('乙', BlockId.parse('b'))])
    await writing.body.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+c')
    await writing.select([1, 1])
    await page.keyboard.press('ControlOrMeta+v')
    const copied = (await writing.blocks()).map(({ $ }) => $.id)
    expect(new Set(copied).size).toBe(copied.length)
    expect(copied.slice(0, 2)).toEqual(['a', 'b'])
  })

  const forged: [name: string, nodes: unknown[], namespace?: string][] = [
    ['unknown blocks', [{ type: 'iframe', src: 'https://evil.example', $: { id: 'x' } }]],
    ['unknown nodes in a line', [{ ...block, children: [{ type: 'evil', x: 1 }] }]],
    [
      'unsafe links',
      [{ ...block, children: [{ type: 'link', version: 1, url: 'javascript:alert(1)', children: [text] }] }],
    ],
    ['headlines', [{ ...block, type: 'heading', tag: 'h1' }]],
    ['pictures without a hash', [{ type: 'picture', version: 1, media: '../../etc/passwd', $: { id: 'x' } }]],
    ['impossible ids', [{ ...block, $: { id: '../x' } }]],
    ['no nodes', []],
    ['nodes of other editors', [block], 'Playground'],
    ['endless nesting', [JSON.parse(`${'{"type":"list","children":['.repeat(2000)}${']}'.repeat(2000)}`)]],
  ]
  for (const [name, nodes, namespace] of forged) {
    test(`refuses ${name} and takes the text instead`, async ({ writing }) => {
      await writing.open([''])
      await writing.select([0, 0])
      await writing.paste(own(nodes, namespace))
      expect(await writing.outline()).toEqual(['p:plain'])
    })
  }

  test('takes formats, styles and extra fields for what they are worth', async ({ writing }) => {
    await writing.open([''])
    await writing.select([0, 0])
    const styled = { ...text, format: 1 | 16 | 128, style: 'position:fixed', mode: 'token', onclick: 'alert(1)' }
    await writing.paste(own([{ ...block, direction: 'rtl', indent: 7, children: [styled] }, block]))
    const [first] = await writing.blocks()
    expect(await writing.outline()).toEqual(['p:*字*', 'p:段'])
    expect(first).toMatchObject({ direction: null, indent: 0 })
    await expect(writing.body.locator('[style]')).toHaveCount(0)
  })
})
