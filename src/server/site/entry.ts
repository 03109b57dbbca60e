import { isPicture } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { creditsOf } from '#shared/document/render/credits.ts'
import { printableLine } from '#shared/document/render/printable.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId, PublicationId } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import type { Instant } from '#shared/domain/time.ts'
import { articlePath } from './paths.ts'
import type { SiteEntry } from './store.ts'

export interface Published {
  articleId: ArticleId
  publicationId: PublicationId
  publishedAt: Instant
  content: ArticleContent
}

/** What lists and feeds show of an article. */
export function entryOf({ articleId, publicationId, publishedAt, content }: Published, newsroom: Newsroom): SiteEntry {
  const { kicker, headline, deck, columnId } = content.fields
  const credits = creditsOf(content, newsroom)
  const named = [
    ...credits.sources.flatMap(({ author }) => author || []),
    ...credits.byline.flatMap(({ names }) => names),
  ]
  const picture = content.blocks.find(isPicture)
  return {
    publicationId,
    path: articlePath(articleId),
    publishedAt,
    kicker: printableLine(kicker),
    headline: printableLine(headline),
    deck: printableLine(deck),
    columnId,
    excerpt: excerptOf(content),
    sources: credits.sources.map(({ name }) => name),
    authors: credits.staff === null ? named : [...named, credits.staff],
    picture:
      picture === undefined
        ? null
        : { media: picture.media, width: picture.width, height: picture.height, alt: printableLine(picture.alt) },
  }
}

/** The first words of the running text, without subheads and captions where there is anything else. */
export function excerptOf({ blocks }: ArticleContent, length = 110): string {
  const paragraphs = runOn(bodyText(blocks.filter(({ type }) => type === 'paragraph')))
  const text = paragraphs === '' ? runOn(bodyText(blocks)) : paragraphs
  const characters = Array.from(text)
  return characters.length <= length ? text : `${characters.slice(0, length).join('').trimEnd()}…`
}

/** Chinese sets no space where a line ended. */
const runOn = (text: string): string => printableLine(text.replaceAll(/(?<=\P{ASCII})\n/gu, ''))
