import { describe, expect, test } from 'vitest'

import type { ArticleFields } from '../../domain/fields.ts'
import { isGalleyError } from '../../rpc/errors.ts'
import { attachmentNames, newsroomOf, parseArticleFile } from './read.ts'
import { newsroom } from './testNewsroom.ts'
import type { FileBeside } from './types.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const parse = (text: string | Uint8Array, attachments: FileBeside[] = []) =>
  parseArticleFile({ fileName: 'a.md', bytes: typeof text === 'string' ? encode(text) : text, attachments }, newsroom)
const fields = (head: string, attachments: FileBeside[] = []): ArticleFields =>
  parse(`---\n${head}\n---\n正文`, attachments).fields

function refusal(work: () => unknown): Record<string, unknown> {
  try {
    work()
  } catch (error) {
    if (isGalleyError(error)) return { code: error.code, ...error.details }
    throw error
  }
  throw new Error('was not refused')
}

describe('front matter', () => {
  test('fills every field of an original', () => {
    const head = `kind: original
slug: 稿名 # 注释
kicker: 引题
headline: 2026
deck: |
  副题
  两行
column: 新闻 / 城事
source: 青石湾新闻网
byline:
  reporters: 林晓、许行舟
  photographers: [许行舟]
editor: 周宁
responsibleEditor: 何敏
aiUse: assisted`
    expect(fields(head)).toEqual({
      kind: 'original',
      slug: '稿名',
      kicker: '引题',
      headline: '2026',
      deck: '副题 两行',
      columnId: 'town',
      attribution: {
        sources: [],
        byline: {
          kind: 'people',
          reporters: ['林晓', '许行舟'],
          correspondents: [],
          photographers: ['许行舟'],
          translators: [],
        },
        editor: '周宁',
        responsibleEditor: '何敏',
        permission: null,
        aiUse: 'assisted',
        changeReason: '',
      },
    })
  })

  test('has a short form for one source, which is looked up in the registry by any of its names', () => {
    const head = `kind: reprint
source: 云岭报
originalUrl: https://yunling.example/1
originalTitle: 原题
originalFile: 原文.txt
originalAuthor: notStated
permission: { basis: listedSource, evidence: 名单 }`
    const original = { name: './原文.txt', bytes: encode('\uFEFF原文第一行\r\n第二行\r\n') }
    expect(fields(head, [original]).attribution).toMatchObject({
      sources: [
        {
          name: '云岭报',
          sourceId: 'yunling',
          registryEdition: '2026-01',
          url: 'https://yunling.example/1',
          originalTitle: '原题',
          originalText: '原文第一行\n第二行',
          originalAuthor: { kind: 'notStated' },
        },
      ],
      permission: { basis: 'listedSource', evidence: '名单' },
    })
  })

  test('lists several sources', () => {
    const head = 'kind: compiled\nsources:\n  - name: 云岭日报\n    originalAuthor: [甲, 乙]\n  - { name: 无名社 }'
    expect(fields(head).attribution.sources).toMatchObject([
      { sourceId: 'yunling', originalAuthor: { kind: 'named', names: '甲、乙' } },
      { sourceId: null, registryEdition: '2026-01', originalAuthor: null },
    ])
  })

  test('may be empty or not there at all', () => {
    expect(parse('---\n---\n正文').fields).toEqual(parse('正文').fields)
  })
})

describe('a picture', () => {
  const picture = { name: 'pictures/a b.png', bytes: new Uint8Array([7]) }

  test('takes its words from the body first, and from the front matter', () => {
    const head = 'pictures:\n  pictures/a b.png: { alt: 上面, caption: 上面, credit: 甲, rights: 乙, source: 丙 }'
    const { blocks, pictures } = parse(`---\n${head}\n---\n![正文](<pictures/a b.png>)\n\n![](pictures/a%20b.png)`, [
      picture,
    ])
    const place = { type: 'pictureFile', name: 'pictures/a b.png', credit: '甲', rights: '乙', source: '丙' }
    expect(blocks).toEqual([
      { ...place, alt: '正文', caption: '上面' },
      { ...place, alt: '上面', caption: '上面' },
    ])
    expect(pictures).toEqual([{ ...picture, line: 5 }])
  })

  test('has to lie beside the article', () => {
    for (const name of [
      'https://a.example/x.png',
      '/etc/x.png',
      '../x.png',
      'a/../../x.png',
      'C:\\x.png',
      'data:image/png,x',
    ]) {
      expect(refusal(() => parse(`正文\n\n![](<${name}>)`))).toMatchObject({
        line: 3,
        field: 'body',
        reason: 'import.notBeside',
      })
    }
    expect(refusal(() => parse('![](x.png)'))).toMatchObject({ line: 1, reason: 'import.missingFile', value: 'x.png' })
  })
})

describe('what is wrong is named with its line and field', () => {
  const cases: [name: string, text: string, details: Record<string, unknown>][] = [
    [
      'an unknown key',
      '---\nkind: original\nheadlin: 甲\n---\n',
      { line: 3, field: 'headlin', reason: 'import.unknownKey', suggestion: 'headline' },
    ],
    [
      'an unknown key inside',
      '---\nbyline:\n  reporters: 甲\n  photos: 乙\n---\n',
      { line: 4, field: 'byline.photos', reason: 'import.unknownKey' },
    ],
    [
      'an unknown kind',
      '---\n\nkind: 原创\n---\n',
      { line: 3, field: 'kind', reason: 'import.oneOf', known: 'original, reprint, wire, compiled' },
    ],
    [
      'an unknown column',
      '---\ncolumn: 新闻/体育\n---\n',
      { line: 2, field: 'column', reason: 'import.unknownColumn', known: '新闻 · 新闻/城事 · 水/陆' },
    ],
    [
      'somebody else’s original',
      '---\nsource: 云岭日报\n---\n',
      { line: 2, field: 'source', reason: 'import.notOwnSource' },
    ],
    [
      'an original’s original',
      '---\noriginalUrl: https://a.example\n---\n',
      { line: 2, field: 'originalUrl', reason: 'import.notForOriginal' },
    ],
    [
      'two ways to say it',
      '---\nkind: wire\nsource: 甲\nsources: []\n---\n',
      { line: 4, field: 'sources', reason: 'import.twoWays' },
    ],
    [
      'a list where text belongs',
      '---\nheadline:\n  - 甲\n---\n',
      { line: 3, field: 'headline', reason: 'import.expectedText' },
    ],
    [
      'text where keys belong',
      '---\npermission: own\n---\n',
      { line: 2, field: 'permission', reason: 'import.expectedKeys' },
    ],
    [
      'a headline too long',
      `---\nheadline: ${'长'.repeat(301)}\n---\n`,
      { line: 2, field: 'headline', reason: 'import.tooLong', limit: 300 },
    ],
    [
      'a headline too long in the body',
      `\n# ${'长'.repeat(301)}\n`,
      { line: 2, field: 'headline', reason: 'import.tooLong', limit: 300 },
    ],
    [
      'a source’s value',
      '---\nkind: compiled\nsources:\n  - name: 甲\n  - name: 乙\n    originalTitle: { a: b }\n---\n',
      { line: 6, field: 'sources[1].originalTitle', reason: 'import.expectedText' },
    ],
    [
      'a picture that is not shown',
      '---\npictures:\n  a.png: { alt: 甲 }\n---\n',
      { line: 3, field: 'pictures.a.png', reason: 'import.unusedPicture' },
    ],
    ['a key twice', '---\neditor: 甲\neditor: 乙\n---\n', { line: 3, field: '---', reason: 'import.yaml' }],
    ['a quote left open', '---\nkind: original\nheadline: "甲\n---\n', { field: '---', reason: 'import.yaml' }],
    ['an alias', '---\neditor: &a 甲\nresponsibleEditor: *a\n---\n', { line: 2, field: '---', reason: 'import.alias' }],
    ['front matter without an end', '---\nkind: original\n', { line: 1, field: '---', reason: 'import.unterminated' }],
    ['a NUL', '甲\n乙\0', { line: 2, reason: 'import.nul' }],
    ['a NUL in disguise', '---\nslug: "\\0"\n---\n', { line: 2, field: 'slug', reason: 'import.nul' }],
  ]
  test.each(cases)('%s', (_, text, details) => {
    expect(refusal(() => parse(text))).toMatchObject({ code: 'import_invalid', ...details })
  })

  test('bytes that are no UTF-8', () => {
    const bytes = new Uint8Array([...encode('第一行\n第二'), 0xff, 0xfe])
    expect(refusal(() => parse(bytes))).toMatchObject({ line: 2, reason: 'import.notUtf8' })
  })

  test('a file of more than 5 MB', () => {
    expect(refusal(() => parse(new Uint8Array(5 * 1024 * 1024 + 1)))).toMatchObject({ code: 'too_large' })
  })
})

describe('a hostile file is refused before it takes minutes', () => {
  const bombs: [name: string, text: string, reason: string][] = [
    ['unclosed emphasis', '*a_ '.repeat(200_000), 'import.tooManyMarks'],
    ['unclosed links', '[a]('.repeat(200_000), 'import.tooManyMarks'],
    ['quotes in quotes', `${'> '.repeat(500_000)}a`, 'import.tooDeep'],
    ['lists in lists', `${'- '.repeat(100_000)}a`, 'import.tooDeep'],
    [
      'a list deeper by the line',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
      'import.tooDeep',
    ],
    ['too many paragraphs', 'a\n\n'.repeat(100_000), 'import.tooManyBlocks'],
    ['too many lines', '# a\n'.repeat(200_000), 'import.tooManyBlocks'],
  ]
  test.each(bombs)('%s', (_, text, reason) => {
    expect(refusal(() => parse(text))).toMatchObject({ reason })
  })

  test('aliases that would grow to gigabytes', () => {
    const head = Array.from({ length: 30 }, (_, n) => `k${n}: &k${n} [${n === 0 ? 'x' : `*k${n - 1}, *k${n - 1}`}]`)
    expect(refusal(() => parse(`---\n${head.join('\n')}\n---\n`))).toMatchObject({ reason: 'import.alias' })
  })
})

test('a file says what it needs beside it, and for which newsroom it was written', () => {
  const text =
    '---\nkind: wire\ncolumn: 新/栏\nsources: [{ originalFile: o.txt }]\n---\n![](b.png) ![](./b.png) ![](c.png)'
  const file = { fileName: 'a.md', bytes: encode(text) }
  expect(attachmentNames(file)).toEqual([
    { name: 'o.txt', line: 4, field: 'sources[0].originalFile' },
    { name: 'b.png', line: 6, field: 'body' },
    { name: 'c.png', line: 6, field: 'body' },
  ])
  expect(newsroomOf(file)).toEqual({ column: '新/栏', ownSource: null })
  expect(newsroomOf({ fileName: 'a.md', bytes: encode('---\nsource: 某网\n---\n') })).toEqual({
    column: null,
    ownSource: '某网',
  })
})
