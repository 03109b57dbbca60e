import type { MediaHash, PublicationId } from '../../domain/ids.ts'
import type { Newsroom } from '../../domain/newsroom.ts'
import { columnPath } from '../../domain/newsroom.ts'
import type { Instant } from '../../domain/time.ts'
import type { Translate } from '../../messages/format.ts'
import { chooseLocale, translator } from '../../messages/format.ts'
import { isPicture } from '../blocks.ts'
import type { ArticleContent } from '../content.ts'
import type { BylineRole, CreditedSource, Credits } from './credits.ts'
import { creditsOf } from './credits.ts'
import { imageObject } from './imageObject.ts'
import { notices } from './notices.ts'
import { printableLine } from './printable.ts'

export interface JsonLdInput {
  content: ArticleContent
  newsroom: Newsroom
  publicationId: PublicationId
  publishedAt: Instant
  /** Whole address of the page. */
  url: string
  /** The site's origin. */
  siteUrl: string
  /** Whole address of a picture. */
  mediaUrl: (hash: MediaHash) => string
}

export type JsonLd = { readonly [key: string]: unknown }

/** The article as a schema.org NewsArticle. Keys without a value are left out. */
export function jsonLd(input: JsonLdInput): JsonLd {
  const { content, newsroom, url, siteUrl } = input
  const t = translator(chooseLocale([newsroom.language]))
  const { kicker, headline, deck, columnId, kind } = content.fields
  const credits = creditsOf(content, newsroom)
  const publisher = organisation(printableLine(newsroom.name), siteUrl)
  const sources = credits.sources.map(({ name, url }) => organisation(name, kind === 'original' ? siteUrl : url))
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    identifier: input.publicationId,
    ...filled({
      headline: printableLine(headline),
      alternativeHeadline: list([kicker, deck].map(printableLine).filter((line) => line !== '')),
      articleSection: list(columnPath(newsroom.columns, columnId).map(({ name }) => printableLine(name))),
      ...people(credits, kind, newsroom, t),
      publisher,
      sourceOrganization: list(sources),
      isBasedOn: kind === 'original' ? null : list(credits.sources.map(original)),
      copyrightHolder: list(sources),
      copyrightNotice: notices(content, newsroom, url)[0]?.text ?? '',
      creditText: credits.sources.map(({ name }) => name).join(t('site.separator')),
      license: credits.licence === null ? null : licence(credits.licence),
      backstory: credits.changeNote,
      digitalSourceType: credits.aiUse === null ? null : digitalSourceType[credits.aiUse],
      image: list(content.blocks.filter(isPicture).map((picture) => imageObject(picture, input.mediaUrl))),
    }),
    inLanguage: newsroom.language,
    datePublished: input.publishedAt,
  }
}

/** For the inside of a `<script>`: JSON that can neither end the element nor break a line of an old JavaScript parser. */
export const jsonLdText = (value: JsonLd): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Names of schema.org for IPTC's digital source types. */
const digitalSourceType = {
  assisted: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
  generated: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
} as const

const property: Record<BylineRole, 'author' | 'contributor' | 'translator'> = {
  reporters: 'author',
  correspondents: 'author',
  photographers: 'contributor',
  translators: 'translator',
}

/** Whoever wrote the original is an author of a reprint and of a wire story, but not of what was compiled from it. */
function people(credits: Credits, kind: string, newsroom: Newsroom, t: Translate): JsonLd {
  const byRole = (wanted: string): JsonLd[] =>
    credits.byline
      .filter(({ role }) => property[role] === wanted)
      .flatMap(({ role, names }) => names.map((name) => person(name, t(`newsroom.${role}`))))
  const originalAuthors =
    kind === 'compiled' ? [] : credits.sources.flatMap(({ author }) => (author ? [person(author)] : []))
  const staff =
    credits.staff === null
      ? []
      : [{ ...organisation(printableLine(newsroom.name), null), alternateName: credits.staff }]
  const editors = [
    ...(credits.editor === '' ? [] : [person(credits.editor, t('newsroom.editor'))]),
    ...(credits.responsibleEditor === '' ? [] : [person(credits.responsibleEditor, t('newsroom.responsibleEditor'))]),
  ]
  return {
    author: list([...originalAuthors, ...byRole('author'), ...staff]),
    contributor: list(byRole('contributor')),
    translator: list(byRole('translator')),
    editor: list(editors),
  }
}

const original = ({ name, url, title, author }: CreditedSource): JsonLd => ({
  '@type': 'CreativeWork',
  ...filled({ name: title, url, author: author ? person(author) : null, publisher: organisation(name, null) }),
})

const licence = ({ text, url }: { text: string; url: string | null }): unknown =>
  url ?? { '@type': 'CreativeWork', name: text }

const organisation = (name: string, url: string | null): JsonLd => ({
  '@type': 'Organization',
  name,
  ...filled({ url }),
})

const person = (name: string, jobTitle?: string): JsonLd => ({
  '@type': 'Person',
  name,
  ...filled({ jobTitle: jobTitle ?? '' }),
})

/** One value stands alone, as consumers of JSON-LD expect; none at all is null. */
function list(values: readonly unknown[]): unknown {
  if (values.length > 1) return values
  return values[0] ?? null
}

const filled = (values: JsonLd): JsonLd =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
