import { createHash } from 'node:crypto'

import { isPicture } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { blockText } from '#shared/document/text.ts'
import type { Receipt } from '#shared/domain/article.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import { chooseLocale, translator } from '#shared/messages/format.ts'
import type { ReadPage } from './page.ts'

export interface Check {
  name: string
  ok: boolean
  expected: unknown
  found: unknown
}

export interface Published {
  content: ArticleContent
  newsroom: Newsroom
  receipt: Receipt
}

/** Everything that the public page says, against the record that was signed. White space does not count. */
export function checkPage(html: string, page: ReadPage, { content, newsroom, receipt }: Published): Check[] {
  const t = translator(chooseLocale([newsroom.language]))
  const { fields, blocks } = content
  const { attribution } = fields
  const sources = fields.kind === 'original' ? [newsroom.name] : attribution.sources.map(({ name }) => name)
  const columns = columnPath(newsroom.columns, fields.columnId).map(({ name }) => name)
  const line = (key: Parameters<typeof t>[0]): string => page.attribution.get(t(key)) ?? ''
  const words = squeeze(page.body)
  const pictures = blocks.filter(isPicture)
  return [
    equal('pageHash', createHash('sha256').update(html).digest('hex'), receipt.pageHash),
    equal('headline', squeeze(page.headline), squeeze(fields.headline)),
    equal('breadcrumb', page.breadcrumb.map(squeeze), [t('site.home'), ...columns, t('site.article')].map(squeeze)),
    equal('source', squeeze(line('newsroom.source')), squeeze(sources.join(t('site.separator')))),
    equal('editor', squeeze(line('newsroom.editor')), squeeze(attribution.editor)),
    equal('responsibleEditor', squeeze(line('newsroom.responsibleEditor')), squeeze(attribution.responsibleEditor)),
    equal('notices', page.notices.map(squeeze), expectedNotices(content, newsroom, receipt, sources).map(squeeze)),
    equal('text', blocks.filter((block) => !words.includes(squeeze(blockText(block)))).map(blockText), []),
    equal('pictures', page.pictures.length, pictures.length),
    ...checkJsonLd(page.jsonLd, sources, columns, { content, newsroom, receipt }),
  ]
}

function checkJsonLd(found: ReadPage['jsonLd'], sources: string[], columns: string[], published: Published): Check[] {
  const { content, newsroom, receipt } = published
  const { fields, blocks } = content
  const { attribution } = fields
  const name = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'name' in value ? value.name : ''
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])
  const names = (key: string): string[] => list(found[key]).map((value) => squeeze(String(name(value))))
  const squeezed = (lines: readonly string[]): string[] => lines.filter((line) => line.trim() !== '').map(squeeze)
  const originals = fields.kind === 'original' ? [] : attribution.sources.map(({ originalTitle }) => originalTitle)
  return [
    equal('jsonLd.type', found['@type'], 'NewsArticle'),
    equal('jsonLd.headline', squeeze(String(found['headline'])), squeeze(fields.headline)),
    equal('jsonLd.url', found['url'], receipt.url),
    equal('jsonLd.datePublished', found['datePublished'], receipt.publishedAt),
    equal('jsonLd.publisher', names('publisher'), squeezed([newsroom.name])),
    equal('jsonLd.sourceOrganization', names('sourceOrganization'), squeezed(sources)),
    equal('jsonLd.editor', names('editor'), squeezed([attribution.editor, attribution.responsibleEditor])),
    equal('jsonLd.isBasedOn', names('isBasedOn'), squeezed(originals)),
    equal(
      'jsonLd.articleSection',
      list(found['articleSection']).map((value) => squeeze(String(value))),
      squeezed(columns),
    ),
    equal('jsonLd.image', list(found['image']).length, blocks.filter(isPicture).length),
  ]
}

/** The newsroom's templates, filled in here once more. */
function expectedNotices(
  { fields }: ArticleContent,
  { name, notices }: Newsroom,
  { url }: Receipt,
  sources: string[],
): string[] {
  const own = fields.kind === 'original'
  const urls = own ? [url] : fields.attribution.sources.map((source) => source.url).filter((address) => address !== '')
  const values: Record<string, string> = {
    '{newsroom}': name,
    '{source}': sources.join('、'),
    '{url}': urls.join('、'),
    '{contact}': notices.contact,
    '{days}': String(notices.days),
  }
  const fill = (template: string): string => template.replaceAll(/\{[a-z]+\}/g, (field) => values[field] ?? field)
  return [fill(own ? notices.own : notices.thirdParty), fill(notices.rightsContact)]
}

const equal = (name: string, found: unknown, expected: unknown): Check => ({
  name,
  ok: JSON.stringify(found) === JSON.stringify(expected),
  expected,
  found,
})

/** Words without white space and without what cannot be printed. */
const squeeze = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}\p{Noncharacter_Code_Point}]+/gu, '')
