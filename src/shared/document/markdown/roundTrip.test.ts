import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Attribution, SourceUse } from '../../domain/attribution.ts'
import { AiUse, emptyAttribution, PermissionBasis } from '../../domain/attribution.ts'
import type { ArticleFields } from '../../domain/fields.ts'
import { MediaHash } from '../../domain/ids.ts'
import { ArticleKind } from '../../domain/kinds.ts'
import { findSource } from '../../domain/sourceRegistry.ts'
import type { Block, ListBlock, ListItemBlock } from '../blocks.ts'
import { ArticleContent, mediaOf } from '../content.ts'
import type { InlineNode } from '../inline.ts'
import { lineBreakNode, linkNode, textNode } from '../inline.ts'
import { heading, list, listItem, paragraph, picture, quote } from '../make.ts'
import { attachmentNames, parseArticleFile } from './read.ts'
import { placePictures } from './place.ts'
import { newsroom } from './testNewsroom.ts'
import { toMarkdown } from './write.ts'

/** Everything that Markdown or YAML could eat, and what people write. */
const nasty = [
  ...Array.from('*_~`#>+-=|:![](){}<>&\\"\'%@^$/.,;?0123456789 \t\u3000\u00a0'),
  ...Array.from('字文稿，。“”《》、—…ａＡ１é😀'),
  '---',
  '- ',
  '1. ',
  '1) ',
  '# ',
  '> ',
  '**',
  '***',
  '__',
  '~~',
  '![',
  '](',
  '&amp;',
  '&#42;',
  '<b>',
  '<!--',
  '```',
  'https://example.org',
  'www.example.org',
  'a@example.org',
  ': ',
  ' #',
  '| a |',
  '[^1]',
  '[x]',
  'null',
  'true',
  '\\\n'.slice(0, 1),
]
const words = fc.oneof(
  fc.array(fc.constantFrom(...nasty), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 12 })
    .map((text) => text.toWellFormed().replaceAll(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, 'x')),
)
const line = fc.oneof(
  fc.constant(''),
  words.map((text) => text.slice(0, 100)),
)
const format = fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5, 7)
const text = fc.tuple(words, format).map(([words, format]) => textNode(words, format))

/** As the editor keeps it: neighbours of one format are one node, and no block begins or ends with an empty line. */
function settled<T extends InlineNode>(nodes: T[]): T[] {
  const merged: T[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text' && node['format'] === last['format']) {
      Object.assign(last, { text: `${String(last['text'])}${String(node['text'])}` })
    } else merged.push({ ...node })
  }
  const first = merged.findIndex(({ type }) => type !== 'linebreak')
  const end = merged.findLastIndex(({ type }) => type !== 'linebreak')
  return first < 0 ? [] : merged.slice(first, end + 1)
}

const link = fc
  .tuple(
    fc.constantFrom('https://example.org/a?b=1&c=(2)', 'mailto:desk@example.org', 'http://example.org/字'),
    fc.array(text, { minLength: 1, maxLength: 3 }),
  )
  .map(([url, children]) => linkNode(url, settled(children)))
const inline = (withBreaks: boolean) =>
  fc
    .array(
      fc.oneof({ weight: 4, arbitrary: text }, link, ...(withBreaks ? [fc.constant(null).map(lineBreakNode)] : [])),
      { minLength: 1, maxLength: 6 },
    )
    .map(settled)
    .filter((nodes) => nodes.length > 0)

const item = (depth: number): fc.Arbitrary<ListItemBlock> =>
  fc.oneof(
    { weight: 4, arbitrary: inline(true).map((nodes) => listItem(nodes, depth)) },
    fc.constant(null).map(() => listItem('', depth)),
    ...(depth < 3 ? [listOf(depth + 1).map((inner) => listItem([inner], depth))] : []),
  )
const listOf = (depth: number): fc.Arbitrary<ListBlock> =>
  fc
    .tuple(
      fc.constantFrom('bullet' as const, 'number' as const),
      fc.array(item(depth), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(1, 1, 0, 7),
    )
    .map(([type, items, start]) => list(type, items, undefined, type === 'number' ? start : 1))

const media = fc.constantFrom('a', 'b').map((digit) => MediaHash.parse(digit.repeat(64)))
const details = fc.record({
  alt: line,
  caption: fc.oneof(line, fc.constant('two\nlines')),
  credit: line,
  rights: line,
  source: line,
})
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: inline(true).map((nodes) => paragraph(nodes)) },
  inline(true).map((nodes) => heading('h2', nodes)),
  inline(false).map((nodes) => heading('h3', nodes)),
  inline(true).map((nodes) => quote(nodes)),
  listOf(0),
  fc.tuple(media, details).map(([media, details]) => picture({ media, width: 40, height: 30 }, details)),
)

const names = fc.array(fc.constantFrom('陈一鸣', '李 雷', 'O’Neil', 'true', '#1', '- x'), { maxLength: 3 })
const source: fc.Arbitrary<SourceUse> = fc
  .record({
    name: fc.oneof(fc.constantFrom('云岭日报', '云岭报', '无名社'), line),
    url: fc.oneof(fc.constant('https://example.org/1'), line),
    originalTitle: line,
    originalText: fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n')),
    originalAuthor: fc.oneof(
      fc.constant(null),
      fc.constant({ kind: 'notStated' as const }),
      words.map((names) => ({ kind: 'named' as const, names })),
    ),
  })
  .map((use) => ({
    ...use,
    sourceId: findSource(newsroom.sources, use.name)?.id ?? null,
    registryEdition: use.name === '' ? null : newsroom.registryEdition,
  }))
const attribution: fc.Arbitrary<Attribution> = fc.record({
  sources: fc.array(source, { maxLength: 3 }),
  byline: fc.oneof(
    fc.constant({ kind: 'staff' as const }),
    fc.record({
      kind: fc.constant('people' as const),
      reporters: names,
      correspondents: names,
      photographers: names,
      translators: names,
    }),
  ),
  editor: line,
  responsibleEditor: line,
  permission: fc.oneof(
    fc.constant(null),
    fc.record({ basis: fc.constantFrom(...PermissionBasis.options), evidence: line }),
  ),
  aiUse: fc.constantFrom(null, ...AiUse.options),
  changeReason: line,
})
const fields: fc.Arbitrary<ArticleFields> = fc.record({
  kind: fc.constantFrom(...ArticleKind.options),
  slug: line,
  kicker: line,
  headline: line,
  deck: line,
  columnId: fc.constantFrom(null, 'news', 'town', 'slashed'),
  attribution: fc.oneof(fc.constant(emptyAttribution), attribution),
})
const content = fc
  .record({ fields, blocks: fc.array(block, { maxLength: 6 }) })
  .map((parts) => ArticleContent.parse({ schemaVersion: 1, ...parts }))

const encode = (text: string) => new TextEncoder().encode(text)

function throughMarkdown(article: ArticleContent) {
  const file = toMarkdown(article, { newsroom, extensionOf: () => 'png' })
  const attachments = file.pictures.map(({ name }) => ({ name, bytes: encode(name) }))
  const parsed = parseArticleFile({ fileName: 'a.md', bytes: encode(file.text), attachments }, newsroom)
  const stored = new Map(file.pictures.map(({ name, media }) => [name, { media, width: 40, height: 30 }]))
  return { file, article: placePictures(parsed, stored) }
}

/** Everything but the ids of blocks. */
const withoutIds = (article: unknown): unknown =>
  JSON.parse(JSON.stringify(article, (key, value: unknown) => (key === '$' ? undefined : value)))

test('an article that was written to Markdown comes back as it was', () => {
  fc.assert(
    fc.property(content, (article) => {
      expect(withoutIds(throughMarkdown(article).article)).toEqual(withoutIds(article))
    }),
    { numRuns: 150 },
  )
})

test('a file names each of its pictures, once for each set of words about it', () => {
  fc.assert(
    fc.property(content, (article) => {
      const { file } = throughMarkdown(article)
      const named = attachmentNames({ fileName: 'a.md', bytes: encode(file.text) }).map(({ name }) => name)
      expect(named).toEqual(file.pictures.map(({ name }) => name))
      expect([...new Set(file.pictures.map(({ media }) => media))]).toEqual(mediaOf(article))
    }),
    { numRuns: 50 },
  )
})
