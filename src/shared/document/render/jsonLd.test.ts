import fc from 'fast-check'
import type { Nodes } from 'hast'
import { describe, expect, it } from 'vitest'

import type { Byline, OriginalAuthor, SourceUse } from '../../domain/attribution.ts'
import { AiUse, emptySourceUse, PermissionBasis } from '../../domain/attribution.ts'
import { newPublicationId } from '../../domain/ids.ts'
import { ArticleKind } from '../../domain/kinds.ts'
import type { ArticleContent } from '../content.ts'
import { attributionHast } from './attributionHast.ts'
import { jsonLd, jsonLdText } from './jsonLd.ts'
import { printedAttribution } from './printedAttribution.ts'
import { testContent, testMedia, testNewsroom, testOriginal, testReprint } from './testRecords.ts'

const siteUrl = 'https://beiling.example'
const publicationId = newPublicationId()
const at = '2026-03-08T11:20:00.000Z'
const record = (content: ArticleContent) =>
  jsonLd({
    content,
    newsroom: testNewsroom,
    publicationId,
    publishedAt: at,
    url: `${siteUrl}/articles/1`,
    siteUrl,
    mediaUrl: (hash) => `${siteUrl}/media/${hash}`,
  })

describe('JSON-LD', () => {
  it('of an original', () => {
    expect(record(testOriginal())).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: { '@id': `${siteUrl}/articles/1` },
      headline: '老码头的灯又亮了',
      alternativeHeadline: ['沿河三里的夜晚', '修好的不只是路灯，还有傍晚出门走走的习惯'],
      articleSection: ['城事', '街巷'],
      author: [
        { '@type': 'Person', name: '江一苇', jobTitle: '记者' },
        { '@type': 'Person', name: '何其', jobTitle: '记者' },
      ],
      contributor: { '@type': 'Person', name: '苏木', jobTitle: '摄影' },
      editor: [
        { '@type': 'Person', name: '林知夏', jobTitle: '编辑' },
        { '@type': 'Person', name: '周望', jobTitle: '责任编辑' },
      ],
      publisher: { '@type': 'Organization', name: '北岭新闻网', url: siteUrl },
      sourceOrganization: { name: '北岭新闻网' },
      copyrightHolder: { name: '北岭新闻网' },
      creditText: '北岭新闻网',
      image: {
        '@type': 'ImageObject',
        contentUrl: `${siteUrl}/media/${testMedia}`,
        caption: '修复后的码头路灯。',
        creditText: '苏木',
        copyrightNotice: '北岭新闻网所有',
      },
      inLanguage: 'zh-CN',
      datePublished: at,
    })
    expect(record(testOriginal())).not.toHaveProperty('isBasedOn')
    expect(record(testOriginal())).not.toHaveProperty('digitalSourceType')
  })

  it('of a reprint leaves rights and authorship with the source', () => {
    expect(record(testReprint())).toMatchObject({
      author: { '@type': 'Person', name: '陆小满' },
      sourceOrganization: { name: '海湾日报', url: 'https://harbour.example/2026/tide' },
      copyrightHolder: { name: '海湾日报' },
      creditText: '海湾日报',
      isBasedOn: {
        '@type': 'CreativeWork',
        name: '潮水退去之后',
        url: 'https://harbour.example/2026/tide',
        author: { name: '陆小满' },
      },
    })
  })

  it('carries the label of AI use and an open licence', () => {
    const permission = { basis: 'openLicence', evidence: 'https://creativecommons.org/licenses/by/4.0/' } as const
    const content = testContent({ kind: 'compiled' }, { aiUse: 'generated', permission })
    expect(record(content)).toMatchObject({
      digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    })
  })

  it('cannot end the script element that it stands in', () => {
    const hostile = '</script><script>alert(1)</script><!--\u2028&'
    const text = jsonLdText(record(testContent({ headline: hostile })))
    expect(text).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(text)).toMatchObject({ headline: hostile.replace('\u2028', ' ') })
  })

  it('names exactly whom the page names, whatever the record holds', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const { head, foot } = printedAttribution(content, testNewsroom, at)
        const lines = [...head, ...foot]
        const printed = lines
          .filter(({ key }) => namingKeys.has(key))
          .flatMap(({ values }) => values.map(({ text }) => text))
          .filter((text) => text !== '来源未注明作者')
        const machine = namesIn(record(content))
        expect(new Set(machine)).toEqual(new Set(printed))

        const shown = textOf(attributionHast(lines, testNewsroom))
        for (const name of machine) expect(shown).toContain(name)

        const titles = lines.filter(({ key }) => key === 'newsroom.originalTitle').flatMap(({ values }) => values)
        const originals = asList(record(content)['isBasedOn']).flatMap(({ name }) => name ?? [])
        expect(originals.map((title) => `《${title}》`)).toEqual(titles.map(({ text }) => text))
      }),
      { numRuns: 300 },
    )
  })

  it('is JSON that stays inside its element, whatever the record holds', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const text = jsonLdText(record(content))
        expect(text).not.toMatch(/[<>&\u2028\u2029]/)
        expect(text.isWellFormed()).toBe(true)
        expect(JSON.parse(text)).toEqual(record(content))
      }),
      { numRuns: 100 },
    )
  })
})

const namingKeys = new Set<string>([
  'newsroom.source',
  'newsroom.originalAuthor',
  'newsroom.reporters',
  'newsroom.correspondents',
  'newsroom.photographers',
  'newsroom.translators',
  'newsroom.byline',
  'newsroom.editor',
  'newsroom.responsibleEditor',
])

interface Named {
  name?: string
  alternateName?: string
  author?: Named
}

const asList = (value: unknown): Named[] => (value === undefined ? [] : ([value].flat() as Named[]))

function namesIn(object: Readonly<Record<string, unknown>>): string[] {
  const nameOf = ({ name, alternateName }: Named) => alternateName ?? name ?? ''
  return [
    ...['author', 'contributor', 'translator', 'editor', 'sourceOrganization'].flatMap((key) => asList(object[key])),
    ...asList(object['isBasedOn']).flatMap(({ author }) => author ?? []),
  ].map(nameOf)
}

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : node.type === 'text' ? node.value : ''

const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '林知夏',
    '苏木',
    '<img src=x onerror=alert(1)>',
    '\u202E倒',
    '</script>',
    '{source}',
    'a\0b',
  ),
)
const name = line.filter((text) => text.trim() !== '')
const names = fc.array(name, { maxLength: 3 })
const byline: fc.Arbitrary<Byline> = fc.oneof(
  fc.constant<Byline>({ kind: 'staff' }),
  fc.record({
    kind: fc.constant('people' as const),
    reporters: names,
    correspondents: names,
    photographers: names,
    translators: names,
  }),
)
const originalAuthor: fc.Arbitrary<OriginalAuthor | null> = fc.oneof(
  fc.constant(null),
  fc.constant<OriginalAuthor>({ kind: 'notStated' }),
  fc.record({ kind: fc.constant('named' as const), names: line }),
)
const source: fc.Arbitrary<SourceUse> = fc
  .record({
    name: line,
    url: fc.oneof(line, fc.webUrl()),
    originalTitle: line,
    originalText: line,
    originalAuthor,
  })
  .map((use) => ({ ...emptySourceUse, ...use }))

const contents: fc.Arbitrary<ArticleContent> = fc
  .record({
    kind: fc.constantFrom(...ArticleKind.options),
    headline: line,
    attribution: fc.record({
      sources: fc.array(source, { maxLength: 3 }),
      byline,
      editor: line,
      responsibleEditor: line,
      aiUse: fc.constantFrom(...AiUse.options, null),
      permission: fc.option(fc.record({ basis: fc.constantFrom(...PermissionBasis.options), evidence: line })),
      changeReason: line,
    }),
  })
  .map(({ kind, headline, attribution }) => testContent({ kind, headline }, attribution))
