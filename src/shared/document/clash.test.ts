import { describe, expect, it } from 'vitest'

import { BlockId, MediaHash, newPersonId } from '../domain/ids.ts'
import { translator } from '../messages/format.ts'
import type { BodyClash, FieldClash, PlainBlock } from './blocks.ts'
import { Block, blockId } from './blocks.ts'
import { fieldClashId, openClashes, solveClash, solveFieldClash } from './clash.ts'
import type { ArticleContent } from './content.ts'
import { emptyContent, mediaOf } from './content.ts'
import { applyJournal } from './journal.ts'
import { list, listItem, paragraph, picture } from './make.ts'
import { toMarkdown } from './markdown/write.ts'
import { newsroom } from './markdown/testNewsroom.ts'
import { bodyHast } from './render/body.ts'
import { toHtml } from './render/html.ts'
import { idsOf } from './ownIds.ts'
import { blockText } from './text.ts'

const id = (name: string) => BlockId.parse(name)
const who = newPersonId()
const when = '2026-03-05T01:30:00.000Z'
const file = { media: MediaHash.parse('ab'.repeat(32)), width: 3, height: 2 }

const clash = (...versions: PlainBlock[][]): BodyClash => ({
  type: 'clash',
  version: 1,
  $: { id: id('b') },
  of: 'body',
  versions: versions.map((blocks, n) => ({ who: n === 0 ? who : null, when, blocks })),
})
const headlines: Extract<FieldClash, { of: 'headline' }> = {
  type: 'clash',
  version: 1,
  $: { id: fieldClashId('headline') },
  of: 'headline',
  versions: [
    { who, when, value: '灯亮了' },
    { who: null, when, value: '' },
  ],
}
const here = paragraph('灯还亮着。', id('b'))
const there = paragraph('灯灭了。', id('b'))
const article = (open: Block): ArticleContent => ({
  ...emptyContent,
  blocks: [paragraph('前', id('a')), open, paragraph('后', id('c'))],
})
const texts = ({ blocks }: ArticleContent) => blocks.map(blockText)

describe('a clash in the stored form', () => {
  it('is read back as it was written, and never holds another', () => {
    expect(Block.parse(clash([here], []))).toEqual(clash([here], []))
    expect(Block.parse(headlines)).toEqual(headlines)
    expect(Block.safeParse(clash([here])).success).toBe(false)
    expect(Block.safeParse(clash([here], [clash([here], [there]) as unknown as PlainBlock])).success).toBe(false)
    expect(Block.safeParse({ ...headlines, of: 'kind' }).success).toBe(false)
  })

  it('is counted, with every picture of its versions', () => {
    const open = article(clash([here], [picture(file)]))
    expect(openClashes(open)).toHaveLength(1)
    expect(mediaOf(open)).toEqual([file.media])
  })

  it('shows both versions wherever text is shown, and whose they are', () => {
    expect(blockText(clash([here], [there]))).toBe('灯还亮着。\n灯灭了。')
    const html = toHtml(
      bodyHast([headlines, clash([here], [])], { mediaUrl: () => '', t: translator('zh'), nameOf: () => '林知夏' }),
    )
    expect(html).toContain('“标题”有 2 个版本')
    expect(html).toContain('灯亮了')
    expect(html).toContain('<h4>版本 1 · 林知夏</h4><p>灯还亮着。</p>')
    expect(html).toContain('<h4>版本 2</h4><p>（这一版删去此处）</p>')
    const { text } = toMarkdown(article(clash([here], [there])), { newsroom, extensionOf: () => 'png' })
    expect(text).toContain('**版本 1**\n\n灯还亮着。\n\n**版本 2**\n\n灯灭了。')
  })
})

describe('solving a clash', () => {
  const open = article(clash([here], [there, paragraph('又亮了。', id('n'))]))
  const solved = (choice: Parameters<typeof solveClash>[2]) =>
    applyJournal(open, solveClash(open, clash([here], [there, paragraph('又亮了。', id('n'))]), choice))

  it('takes one version or the other', () => {
    expect(texts(solved({ pick: 0 }))).toEqual(['前', '灯还亮着。', '后'])
    expect(texts(solved({ pick: 1 }))).toEqual(['前', '灯灭了。', '又亮了。', '后'])
    expect(solved({ pick: 2 })).toEqual(open)
  })

  it('keeps all of them, with an id of its own for each block', () => {
    const all = solved({ keep: 'all' })
    expect(texts(all)).toEqual(['前', '灯还亮着。', '灯灭了。', '又亮了。', '后'])
    expect(new Set(all.blocks.map(blockId)).size).toBe(5)
  })

  it('keeps both of two lists, with an id of its own for each item, also where lists stand in lists', () => {
    const points = (text: string) =>
      list(
        'bullet',
        [listItem(text, 0, id('i')), listItem([list('number', [listItem('深', 1, id('j'))], id('l'))], 0, id('h'))],
        id('b'),
      )
    const lists = clash([points('灯亮着')], [points('灯灭了')])
    const { blocks } = applyJournal(article(lists), solveClash(article(lists), lists, { keep: 'all' }))
    expect(blocks.map(blockText)).toEqual(['前', '灯亮着\n深', '灯灭了\n深', '后'])
    expect(blocks.flatMap(idsOf)).toEqual(['a', 'b', 'i', 'h', 'l', 'j', 'b-2', 'i-2', 'h-2', 'l-2', 'j-2', 'c'])
  })

  it('takes something else, or nothing', () => {
    expect(texts(solved({ write: [paragraph('灯换了。', id('x'))] }))).toEqual(['前', '灯换了。', '后'])
    expect(texts(solved({ write: [] }))).toEqual(['前', '后'])
  })

  it('of a field sets the field', () => {
    const { fields, blocks } = applyJournal(article(headlines), solveFieldClash(headlines, '灯又亮了'))
    expect(fields.headline).toBe('灯又亮了')
    expect(blocks.map(blockId)).toEqual(['a', 'c'])
  })
})
