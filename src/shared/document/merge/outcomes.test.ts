import { describe, expect, it } from 'vitest'

import { BlockId, MediaHash, PersonId } from '../../domain/ids.ts'
import { emptySourceUse } from '../../domain/attribution.ts'
import type { ArticleFields } from '../../domain/fields.ts'
import type { Block, ClashBlock } from '../blocks.ts'
import { isClash } from '../blocks.ts'
import type { ArticleContent } from '../content.ts'
import { emptyContent } from '../content.ts'
import { linkNode, textFormat, textNode } from '../inline.ts'
import { heading, list, listItem, paragraph, picture, quote } from '../make.ts'
import { idsOf } from '../ownIds.ts'
import { blockText } from '../text.ts'
import { clashBlock } from './alternatives.ts'
import { mergeContents } from './mergeContents.ts'

// Named after the rows of docs/merging.md.
const id = (name: string) => BlockId.parse(name)
const p = (name: string, text: string | Parameters<typeof paragraph>[0]) => paragraph(text, id(name))
const side = (content: ArticleContent) => ({ content, who: null, when: '2026-03-05T01:30:00.000Z' })
const body = (...blocks: Block[]): ArticleContent => ({ ...emptyContent, blocks })

const version = (blocks: readonly Block[]): string =>
  blocks.map((block) => `${block.$.id}:${blockText(block)}`).join(' ')
const clashText = (clash: ClashBlock): string =>
  clash.of === 'body'
    ? clash.versions.map(({ blocks }) => `{${version(blocks)}}`).join(' or ')
    : `${clash.of} ${clash.versions.map(({ value }) => JSON.stringify(value)).join(' or ')}`
const shown = ({ blocks }: ArticleContent): string[] =>
  blocks.map((block) => (isClash(block) ? clashText(block) : version([block])))

function merged(base: ArticleContent, left: ArticleContent, right: ArticleContent): ArticleContent {
  const { content } = mergeContents(base, side(left), side(right))
  expect(mergeContents(base, side(right), side(left)).content).toEqual(content)
  return content
}
const bodies = (base: Block[], left: Block[], right: Block[]): string[] =>
  shown(merged(body(...base), body(...left), body(...right)))

const road = '步道十二公里。市民很喜欢。'
const [a, b, c] = [p('a', '河堤步道今天开放。'), p('b', road), p('c', '明年继续延长。')]

describe('words', () => {
  it('edits a block / edits another block', () => {
    expect(bodies([a, b], [p('a', '河堤步道昨天开放。'), b], [a, p('b', '步道十二公里长。')])).toEqual([
      'a:河堤步道昨天开放。',
      'b:步道十二公里长。',
    ])
  })

  it('edits words / edits other words of the block', () => {
    expect(bodies([b], [p('b', '步道十三公里。市民很喜欢。')], [p('b', '步道十二公里。游客很喜欢。')])).toEqual([
      'b:步道十三公里。游客很喜欢。',
    ])
    expect(bodies([p('b', 'the old red car')], [p('b', 'the new red car')], [p('b', 'the old red bike')])).toEqual([
      'b:the new red bike',
    ])
  })

  it('edits words / edits the same words', () => {
    expect(bodies([b], [p('b', '步道十三公里。市民很喜欢。')], [p('b', '步道十五公里。市民真喜欢。')])).toEqual([
      '{b:步道十三公里。市民真喜欢。} or {b:步道十五公里。市民真喜欢。}',
    ])
  })

  it('edits words / makes the same edit', () => {
    const edited = p('b', '步道十三公里。市民很喜欢。')
    expect(bodies([a, b], [edited], [a, edited])).toEqual(['b:步道十三公里。市民很喜欢。'])
  })

  it('adds a whole sentence between two sentences / adds another there', () => {
    expect(bodies([b], [p('b', `${road}甲说好。`)], [p('b', `${road}乙说行。`)])).toEqual([`b:${road}乙说行。甲说好。`])
  })

  it('adds words inside a sentence / adds other words there', () => {
    expect(bodies([b], [p('b', '步道长十二公里。市民很喜欢。')], [p('b', '步道约十二公里。市民很喜欢。')])).toEqual([
      '{b:步道约十二公里。市民很喜欢。} or {b:步道长十二公里。市民很喜欢。}',
    ])
  })
})

describe('words beside each other', () => {
  it('takes out the space at the end of a line / writes a word behind it', () => {
    expect(bodies([p('b', 'red ')], [p('b', 'red')], [p('b', 'red car')])).toEqual(['b:red car'])
    expect(bodies([p('b', 'red ')], [p('b', 'reds')], [p('b', 'red car')])).toEqual(['b:reds car'])
  })

  it('takes out the space at the beginning of a line / writes a word before it', () => {
    expect(bodies([p('b', ' red')], [p('b', 'red')], [p('b', 'car red')])).toEqual(['b:car red'])
  })

  it('takes out what parts two words / takes out the rest of it, or writes there', () => {
    expect(bodies([p('b', 'red 丁 car')], [p('b', 'red car')], [p('b', 'red丁 car')])).toEqual(['b:red car'])
    expect(bodies([p('b', 'red，')], [p('b', 'red')], [p('b', 'red，car')])).toEqual(['{b:red} or {b:red，car}'])
  })
})

describe('blocks', () => {
  const split = [p('b', '步道十二公里。'), p('n', '市民很喜欢。')]

  it('splits a block / edits the tail', () => {
    expect(bodies([b], split, [p('b', '步道十二公里。市民都很喜欢。')])).toEqual([
      'b:步道十二公里。',
      'n:市民都很喜欢。',
    ])
  })

  it('splits a block before a full stop / edits behind it', () => {
    expect(bodies([p('b', '灯亮了。')], [p('b', '灯亮了'), p('n', '。')], [p('b', '灯亮了。完')])).toEqual([
      'b:灯亮了',
      'n:。完',
    ])
  })

  it('splits a block / splits it at the same place', () => {
    const other = [p('b', '步道十二公里。'), p('m', '市民很喜欢。')]
    expect(bodies([b], split, other)).toHaveLength(2)
  })

  it('splits a block / deletes it', () => {
    expect(bodies([a, b], [a, ...split], [a])).toEqual(['a:河堤步道今天开放。'])
  })

  it('joins a block to the one before / edits either', () => {
    expect(
      bodies([a, b], [p('a', `河堤步道今天开放。${road}`)], [p('a', '河堤步道昨天开放。'), p('b', `${road}完。`)]),
    ).toEqual([`a:河堤步道昨天开放。${road}完。`])
  })

  it('joins a block to the one before / deletes the one before', () => {
    expect(bodies([a, b], [p('a', `河堤步道今天开放。${road}`)], [b])).toEqual([`b:${road}`])
  })

  it('joins a block to the one before / deletes the one before, and words beside an edit of the joined ones', () => {
    const [first, second] = [p('a', '七'), p('b', '丅。丁')]
    const [line] = bodies([first, second], [p('b', '。丁')], [p('a', '七丅嗑。丁')])
    expect(line).toBe('{b:。丁} or {b:丅嗑。丁}')
  })

  it('moves a block / edits it', () => {
    expect(bodies([a, b, c], [b, a, c], [a, p('b', `${road}完。`), c])).toEqual([
      `b:${road}完。`,
      `a:${blockText(a)}`,
      `c:${blockText(c)}`,
    ])
  })

  it('moves a block / moves it elsewhere', () => {
    const d = p('d', '完。')
    expect(bodies([a, b, c, d], [d, a, b, c], [a, d, b, c]).map((line) => line[0])).toEqual(['d', 'a', 'b', 'c'])
  })

  it('moves the words of a line, with spaces among them, to another one / deletes one of them', () => {
    const [first, second] = [p('a', '丅 hello12 '), p('b', '丁')]
    expect(bodies([first, second], [p('b', '丁丅 hello12 ')], [p('a', ' hello12 '), second])).toEqual(['b:丁 hello12 '])
  })

  it('moves words to another line and types among them / deletes one of them', () => {
    const [first, second] = [p('a', '丅 hello12 '), p('b', '丁')]
    expect(bodies([first, second], [p('b', '丁丅嗑 hello12 ')], [p('a', ' hello12 '), second])).toEqual([
      'b:丁嗑 hello12 ',
    ])
  })

  it('moves a single word to another line / deletes it', () => {
    const second = p('b', '丁')
    expect(bodies([p('a', '丅七'), second], [p('a', '七'), p('b', '丁丅')], [p('a', '七'), second])).toEqual([
      '{a:七 b:丁} or {a:七 b:丁丅}',
    ])
  })

  it('deletes a sentence and uses words of it elsewhere / deletes the sentence', () => {
    expect(bodies([p('b', `桥上的街灯都亮了。${road}`)], [p('b', `${road}从桥上走的人很多。`)], [b])).toEqual([
      `b:${road}从桥上走的人很多。`,
    ])
  })

  it('deletes a block / edits its words', () => {
    expect(bodies([a, b], [a], [a, p('b', `${road}完。`)])).toEqual([`a:${blockText(a)}`, `{} or {b:${road}完。}`])
  })

  it('deletes a block / moves or styles it, or deletes part of it', () => {
    expect(bodies([a, b], [a], [b, a])).toEqual([`a:${blockText(a)}`])
    expect(bodies([a, b], [a], [a, p('b', [textNode(road, 1)])])).toEqual([`a:${blockText(a)}`])
    expect(bodies([a, b], [a], [a, p('b', '市民很喜欢。')])).toEqual([`a:${blockText(a)}`])
  })

  it('changes a paragraph into a subhead, quote, list / edits its words', () => {
    const edited = p('b', `${road}完。`)
    expect(merged(body(b), body(heading('h2', road, id('b'))), body(edited)).blocks).toEqual([
      heading('h2', `${road}完。`, id('b')),
    ])
    const asList = (text: string) => list('bullet', [listItem(text, 0, id('i'))], id('l'))
    expect(merged(body(b), body(asList(road)), body(edited)).blocks).toEqual([asList(`${road}完。`)])
  })

  it('changes the type of a block / changes it into another type', () => {
    const { blocks } = merged(body(b), body(heading('h2', road, id('b'))), body(quote(road, id('b'))))
    expect(blocks).toMatchObject([
      { type: 'clash', versions: [{ blocks: [{ type: 'heading' }] }, { blocks: [{ type: 'quote' }] }] },
    ])
  })

  it('inserts blocks / inserts others at the same place', () => {
    expect(bodies([a], [a, p('y', '乙。')], [a, p('x', '甲。')])).toEqual([`a:${blockText(a)}`, 'x:甲。', 'y:乙。'])
  })

  it('cuts a paragraph and pastes it elsewhere / edits it', () => {
    expect(bodies([a, b, c], [a, c, p('n', road)], [a, p('b', `${road}完。`), c])).toEqual([
      `a:${blockText(a)}`,
      `c:${blockText(c)}`,
      `n:${road}完。`,
    ])
  })

  it('changes a block of an unknown type / changes it otherwise', () => {
    const poll = (title: string): Block => ({ type: 'poll', $: { id: id('q') }, title })
    expect(merged(body(poll('问')), body(poll('甲')), body(poll('乙'))).blocks).toMatchObject([{ type: 'clash' }])
  })
})

describe('styles', () => {
  const { bold, italic } = textFormat

  it('styles words / edits words inside', () => {
    expect(
      merged(body(b), body(p('b', [textNode(road, bold)])), body(p('b', '步道共十二公里。市民很喜欢。'))).blocks,
    ).toEqual([p('b', [textNode('步道共十二公里。市民很喜欢。', bold)])])
  })

  it('styles words / styles them otherwise', () => {
    expect(
      merged(body(b), body(p('b', [textNode(road, bold)])), body(p('b', [textNode(road, italic)]))).blocks,
    ).toEqual([p('b', [textNode(road, bold | italic)])])
    const linked = (url: string) =>
      body(p('b', [linkNode(url, [textNode('步道')]), textNode('十二公里。市民很喜欢。')]))
    const { blocks } = merged(body(b), linked('https://one.example/'), linked('https://two.example/'))
    expect(blocks).toMatchObject([{ type: 'clash' }])
  })
})

describe('lists and pictures', () => {
  const item = (name: string, text: string) => listItem(text, 0, id(name))
  const steps = (...items: ReturnType<typeof item>[]) => body(list('bullet', items, id('l')))

  it('edits an item of a list / adds, deletes or edits other items', () => {
    const base = steps(item('i', '测量'), item('j', '清淤'), item('k', '植树'))
    const left = steps(item('i', '重新测量'), item('j', '清淤'), item('k', '植树'))
    const right = steps(item('i', '测量'), item('k', '植树造林'), item('m', '验收'))
    expect(merged(base, left, right)).toEqual(steps(item('i', '重新测量'), item('k', '植树造林'), item('m', '验收')))
  })

  it('moves an item into a list that is merged whole / deletes the item', () => {
    const base = [list('bullet', [item('i', '测量'), item('j', '乙')], id('l'))]
    const mixed = listItem([list('bullet', [item('q', '水样')], id('n'))], 0, id('m'))
    const pasted = { ...mixed, children: [...mixed.children, ...item('m', '验收').children] }
    const moved = [list('bullet', [item('i', '测量')], id('l')), list('bullet', [pasted, item('j', '乙')], id('x'))]
    const [clash, ...others] = bodies(base, moved, [list('bullet', [item('i', '测量')], id('l'))])
    expect(others).toEqual([])
    expect(clash?.split(' or ').filter((version) => version.includes('乙'))).toHaveLength(1)
  })

  const file = (n: string) => ({ media: MediaHash.parse(n.repeat(64)), width: 4, height: 3 })
  const photo = picture(file('a'), { caption: '灯亮了。', credit: '苏木' }, id('f'))

  it('changes a picture’s caption / changes its credit or other words of it', () => {
    const { blocks } = merged(
      body(photo),
      body({ ...photo, caption: '街灯亮了。' }),
      body({ ...photo, caption: '灯亮了！', credit: '白露' }),
    )
    expect(blocks).toEqual([{ ...photo, caption: '街灯亮了！', credit: '白露' }])
  })

  it('changes a picture’s file / changes it to another file', () => {
    const left = { ...photo, ...file('b'), caption: '街灯亮了。' }
    const { blocks } = merged(body(photo), body(left), body({ ...photo, ...file('c') }))
    expect(blocks).toMatchObject([
      {
        versions: [
          { blocks: [{ ...file('b'), caption: '街灯亮了。' }] },
          { blocks: [{ ...file('c'), caption: '街灯亮了。' }] },
        ],
      },
    ])
  })
})

describe('fields', () => {
  const fields = (changed: Partial<ArticleFields>): ArticleContent => ({
    ...emptyContent,
    fields: { ...emptyContent.fields, ...changed },
  })
  const { attribution } = emptyContent.fields
  const sources = (...all: Partial<typeof emptySourceUse>[]) =>
    fields({ attribution: { ...attribution, sources: all.map((source) => ({ ...emptySourceUse, ...source })) } })

  it('edits a title line / edits other words of it', () => {
    const base = fields({ headline: '河堤步道今天开放' })
    expect(
      merged(base, fields({ headline: '新河堤步道今天开放' }), fields({ headline: '河堤步道今天正式开放' })).fields
        .headline,
    ).toBe('新河堤步道今天正式开放')
    const both = merged(base, fields({ headline: '河堤步道昨天开放' }), fields({ headline: '河堤步道明天开放' }))
    expect(shown(both)).toEqual(['headline "河堤步道明天开放" or "河堤步道昨天开放"'])
    expect(both.fields.headline).toBe('河堤步道今天开放')
  })

  it('adds or takes out names or sources / adds or takes out others', () => {
    const people = (...reporters: string[]) =>
      fields({
        attribution: {
          ...attribution,
          byline: { kind: 'people', reporters, correspondents: [], photographers: [], translators: [] },
        },
      })
    const { byline } = merged(people('甲', '乙'), people('乙', '丙'), people('甲', '乙', '丁')).fields.attribution
    expect(byline).toMatchObject({
      reporters: ['乙', '丁', '丙'].toSorted((x, y) => (x === '乙' ? -1 : y === '乙' ? 1 : x < y ? -1 : 1)),
    })
    const both = merged(sources({ name: '甲社' }), sources(), sources({ name: '甲社' }, { name: '乙社' }))
    expect(both.fields.attribution.sources.map(({ name }) => name)).toEqual(['乙社'])
  })

  it('changes a source / changes another field of it', () => {
    const base = sources({ name: '甲社', url: 'https://a.example/' })
    const left = sources({ name: '甲社', url: 'https://a.example/1' })
    const titled = sources({ name: '甲社', url: 'https://a.example/', originalTitle: '题' })
    expect(merged(base, left, titled)).toEqual(
      sources({ name: '甲社', url: 'https://a.example/1', originalTitle: '题' }),
    )
    expect(merged(base, left, sources()).blocks).toMatchObject([{ of: 'sources' }])
  })

  it('sets a choice / sets it otherwise', () => {
    expect(shown(merged(fields({}), fields({ kind: 'wire' }), fields({ kind: 'reprint' })))).toEqual([
      'kind "reprint" or "wire"',
    ])
  })
})

describe('open clashes', () => {
  const [left, right] = [p('b', '步道十三公里。市民很喜欢。'), p('b', '步道十五公里。市民很喜欢。')]
  const open = merged(body(b), body(left), body(right))

  it('decides a clash / leaves it open', () => {
    expect(merged(open, body(left), { ...open, blocks: [...open.blocks, c] })).toEqual(body(left, c))
  })

  it('decides a clash / decides it otherwise, or edits a version', () => {
    expect(shown(merged(open, body(left), body(right)))).toEqual(shown(open))
    expect(shown(merged(open, body(left), body()))).toEqual([`{} or {b:${blockText(left)}}`])
    const version = (value: ReturnType<typeof p>[]) => ({ who: null, when: '2026-03-05T01:30:00.000Z', value })
    const clash = (...versions: ReturnType<typeof p>[][]) => body(clashBlock(id('b'), versions.map(version)))
    const both = merged(clash([], [left]), body(), clash([left], [right]))
    expect(shown(both)).toEqual([`{} or {b:${blockText(left)}} or {b:${blockText(right)}}`])
  })

  it('keeps all versions of a clash / keeps them, and edits or joins some', () => {
    const words = ['河步道今开放', '河堤步道今开放', '河', '河堤晚道今开放']
    const [first, second, third, fourth] = words.map((text) => p('b', text))
    const n = p('n', '堤步新道开放')
    const versions = [[first], [second], [third, n], [fourth]].map((blocks) =>
      blocks.filter((one) => one !== undefined),
    )
    const when = '2026-03-05T01:30:00.000Z'
    const open = body(
      clashBlock(
        id('b'),
        versions.map((value) => ({ who: null, when, value })),
      ),
    )
    const kept = [p('b', words[0] ?? ''), p('b-2', words[1] ?? ''), p('b-3', words[2] ?? '')]
    const joined = body(...kept, p('n', `堤步新道开放${words[3] ?? ''}`))
    expect(merged(open, joined, body(...kept, n, p('b-4', words[3] ?? ''))).blocks).toHaveLength(1)
  })

  it('decides a clash of some items of a list / edits another item of it', () => {
    const steps = (name: string, text: string) => list('bullet', [listItem(text, 0, id(name))], id('l'))
    const versions = [[steps('i', '测量')], [p('n', '先测量')]]
    const clash = clashBlock(
      id('n'),
      versions.map((value) => ({ who: null, when: '2026-03-05T01:30:00.000Z', value })),
    )
    const [decided, edited] = [body(steps('j', '清淤')), body(clash, steps('j', '清淤植树'))]
    expect(shown(merged(body(clash, steps('j', '清淤')), decided, edited))).toEqual(['l:清淤植树'])
    expect(shown(merged(body(clash, steps('j', '清淤')), decided, body(clash)))).toEqual([])
  })

  it('decides a clash of a field / types into the field beside the clash what one version says', () => {
    const titled = (headline: string, from: ArticleContent = emptyContent): ArticleContent => ({
      ...from,
      fields: { ...from.fields, headline },
    })
    const clashing = merged(titled('丁'), titled(''), titled('嗑'))
    const both = merged(clashing, titled('丁'), titled('', clashing))
    expect(shown(both)).toEqual(['headline "" or "丁"'])
  })

  it('numbers the same people alike in the title lines and in the body', () => {
    const by = (who: string, headline: string, words: string) => ({
      content: { ...body(p('b', words)), fields: { ...emptyContent.fields, headline } },
      who: PersonId.parse(who),
      when: '2026-03-05T01:30:00.000Z',
    })
    const [lin, su] = ['0198f000-0000-7000-8000-00000000000a', '0198f000-0000-7000-8000-00000000000b']
    const { content } = mergeContents(body(p('b', '灯')), by(lin, '甲', '丁'), by(su, '乙', '丙'))
    expect(content.blocks.filter(isClash).map(({ versions }) => versions.map(({ who }) => who))).toEqual([
      [lin, su],
      [lin, su],
    ])
  })

  it('leaves no id to two items of a list, which were one to an editor', () => {
    const items = (...words: string[]) =>
      list(
        'bullet',
        words.map((word) => listItem(word, 0, id('i'))),
        id('l'),
      )
    const { blocks } = merged(body(a, items('甲', '乙'), c), body(items('甲', '乙'), c), body(a, items('甲', '乙')))
    expect(blocks.flatMap(idsOf)).toEqual(['l', 'i', 'i-2'])
  })

  it('takes in a third version of somebody who never heard of the clash', () => {
    const third = p('b', '步道二十公里。市民很喜欢。')
    expect(shown(merged(body(b), open, body(third)))[0]?.split(' or ')).toHaveLength(3)
  })
})
