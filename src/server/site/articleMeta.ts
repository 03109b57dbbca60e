import type { Element } from 'hast'
import { h } from 'hastscript'

import { isPicture } from '#shared/document/blocks.ts'
import { jsonLd, jsonLdText } from '#shared/document/render/jsonLd.ts'
import { plainLine } from '#shared/document/render/printable.ts'
import type { MediaHash } from '#shared/domain/ids.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import { excerptOf } from './entry.ts'
import type { ArticlePageInput } from './pages.ts'
import { absolute, mediaPath } from './paths.ts'

/** What machines read in the head of an article: Open Graph, the label of AI use, JSON-LD. */
export function articleMeta(input: ArticlePageInput): Element[] {
  const mediaUrl = (hash: MediaHash): string => absolute(input.siteUrl, mediaPath(hash))
  const record = jsonLd({ ...input, mediaUrl })
  return [
    ...openGraph(input, mediaUrl).map(([property, content]) => h('meta', { property, content })),
    h('meta', { name: 'twitter:card', content: 'summary' }),
    ...aiLabel(input),
    h('script', { type: 'application/ld+json' }, jsonLdText(record)),
  ]
}

function openGraph({ newsroom, url, publishedAt, content }: ArticlePageInput, mediaUrl: (hash: MediaHash) => string) {
  const column = columnPath(newsroom.columns, content.fields.columnId).at(-1)
  const picture = content.blocks.find(isPicture)
  const properties: [property: string, content: string][] = [
    ['og:type', 'article'],
    ['og:site_name', plainLine(newsroom.name)],
    ['og:locale', newsroom.language === 'en' ? 'en' : 'zh_CN'],
    ['og:title', plainLine(content.fields.headline)],
    ['og:description', plainLine(excerptOf(content))],
    ['og:url', url],
    ['article:published_time', publishedAt],
  ]
  if (column !== undefined) properties.push(['article:section', plainLine(column.name)])
  if (picture !== undefined) {
    properties.push(['og:image', mediaUrl(picture.media)], ['og:image:alt', plainLine(picture.alt)])
  }
  return properties
}

/** The implicit label that goes with the visible one: GB 45438-2025, key AIGC, Label 1 for content known to be made with AI. */
function aiLabel({ newsroom, publicationId, content }: ArticlePageInput): Element[] {
  const { aiUse } = content.fields.attribution
  if (aiUse === null || aiUse === 'none') return []
  const producer = plainLine(newsroom.name)
  const label = {
    Label: '1',
    ContentProducer: producer,
    ProduceID: publicationId,
    ReservedCode1: '',
    ContentPropagator: producer,
    PropagateID: publicationId,
    ReservedCode2: '',
  }
  return [h('meta', { name: 'AIGC', content: JSON.stringify(label) })]
}
