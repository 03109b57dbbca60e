import { describe, expect, it } from 'vitest'

import { translator } from '../../messages/format.ts'
import type { Block } from '../blocks.ts'
import { Block as BlockSchema } from '../blocks.ts'
import { lineBreakNode, linkNode, textFormat, textNode } from '../inline.ts'
import { heading, list, listItem, paragraph, picture, quote } from '../make.ts'
import { bodyHast } from './body.ts'
import { toHtml } from './html.ts'
import { testMedia } from './testRecords.ts'

const render = (...blocks: Block[]): string =>
  toHtml(bodyHast(blocks, { mediaUrl: (hash) => `/media/${hash.slice(0, 4)}`, t: translator('zh') }))

const parsed = (value: unknown): Block => BlockSchema.parse(value)

describe('the body as HTML', () => {
  it('sets paragraphs, subheads and quotes', () => {
    expect(render(paragraph('甲'), heading('h2', '乙'), heading('h3', '丙'), quote('丁'))).toBe(
      '<p>甲</p><h2>乙</h2><h3>丙</h3><blockquote><p>丁</p></blockquote>',
    )
  })

  it('nests every combination of formats in one order', () => {
    const { bold, italic, underline, superscript } = textFormat
    expect(render(paragraph([textNode('甲', bold | italic), textNode('2', underline | superscript)]))).toBe(
      '<p><strong><em>甲</em></strong><u><sup>2</sup></u></p>',
    )
  })

  it('takes typed indents off, because the page sets its own', () => {
    expect(render(paragraph('　　甲　乙'))).toBe('<p>甲　乙</p>')
  })

  it('breaks lines and escapes everything', () => {
    expect(render(paragraph([textNode('<b>&"'), lineBreakNode(), textNode('乙')]))).toBe('<p>&#x3C;b>&#x26;"<br>乙</p>')
  })

  it('keeps the words of a link that must not be followed, and only the words', () => {
    expect(render(paragraph([linkNode('java\0script:alert(1)', [textNode('看')])]))).toBe('<p>看</p>')
    expect(render(paragraph([linkNode('https://a.example/?q="><b', [textNode('看', 1)])]))).toBe(
      '<p><a href="https://a.example/?q=&#x22;><b" rel="nofollow noopener noreferrer"><strong>看</strong></a></p>',
    )
  })

  it('puts a deeper list into the item above it', () => {
    const deeper = list('number', [listItem('甲一')])
    expect(render(list('bullet', [listItem('甲'), listItem([deeper], 1), listItem('乙')]))).toBe(
      '<ul><li>甲<ol><li>甲一</li></ol></li><li>乙</li></ul>',
    )
    expect(render({ ...deeper, start: 3 })).toBe('<ol start="3"><li>甲一</li></ol>')
  })

  it('prints under a picture what it shows, who made it, whence and by what right', () => {
    const details = { alt: '一盏灯', caption: '灯亮了。', credit: '苏木', source: '资料图', rights: '本网所有' }
    expect(render(picture({ media: testMedia, width: 3, height: 2 }, details))).toBe(
      '<figure><img src="/media/abab" alt="一盏灯" width="3" height="2" loading="lazy" decoding="async">' +
        '<figcaption><p dir="auto">灯亮了。</p><p class="credits"><span>图：<bdi>苏木</bdi></span> ' +
        '<span>来源：<bdi>资料图</bdi></span> <span>版权：<bdi>本网所有</bdi></span></p></figcaption></figure>',
    )
    expect(render(picture({ media: testMedia, width: 3, height: 2 }))).not.toContain('figcaption')
  })

  it('shows what it does not know, with every word of it', () => {
    const poll = parsed({
      type: 'poll',
      $: { id: 'p1' },
      text: '走哪条路？',
      children: [{ type: 'choice', text: '左 <i>' }, { children: [{ text: '右' }] }],
    })
    expect(render(poll)).toBe(
      '<div class="unknown"><p>这一部分暂时无法显示，文字如下：</p><p dir="auto">走哪条路？ 左 &#x3C;i> 右</p></div>',
    )
    expect(render(parsed({ type: 'map', $: { id: 'm1' } }))).toContain('这一部分暂时无法显示。')
    expect(render(paragraph([{ type: 'mention', text: '@江一苇' }]))).toBe(
      '<p><span class="unknown">@江一苇</span></p>',
    )
  })

  it('survives an unknown node of any depth', () => {
    let deep: Record<string, unknown> = { text: '底' }
    for (let level = 0; level < 50_000; level += 1) deep = { children: [deep] }
    const block = { type: 'deep', $: paragraph('').$, ...deep }
    expect(render(block)).toContain('底')
  })
})
