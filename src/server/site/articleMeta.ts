import type { Element } from 'hast'
import { h } from 'hastscript'

import { isPicture } from '#shared/document/blocks.ts'
import { aiLabel } from '#shared/document/render/aiLabel.ts'
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
    ...aiLabelMeta(input),
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

/** For machines, what the visible label says to people. */
function aiLabelMeta({ newsroom, publicationId, content }: ArticlePageInput): Element[] {
  const label = aiLabel(content.fields.attribution.aiUse, newsroom, publicationId)
  return label === null ? [] : [h('meta', { name: 'AIGC', content: label })]
}
