import type { SearchState } from '#shared/contract/search.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { isPicture } from '#shared/document/blocks.ts'
import { blockText } from '#shared/document/text.ts'
import type { Byline } from '#shared/domain/attribution.ts'
import { tagOf } from '../text/match.ts'

/** Everything of an article that search reads, by where it stands. Each line is a text of its own. */
export interface ArticleText {
  title: string
  body: string[]
  pictures: string[]
  attribution: string[]
  opinions: string[]
  /** For filters: see tagOf. */
  tags: string[]
}

export interface Written {
  content: ArticleContent
  state: SearchState
  /** Who wrote it, where the newsroom knows the name. */
  author: string | null
  opinions: readonly string[]
}

export function articleText({ content, state, author, opinions }: Written): ArticleText {
  const { fields, blocks } = content
  const { attribution } = fields
  const people = [
    ...(author === null ? [] : [author]),
    ...namesOf(attribution.byline),
    attribution.editor,
    attribution.responsibleEditor,
  ].filter(said)
  const sources = attribution.sources.map(({ name }) => name).filter(said)
  const originals = attribution.sources.flatMap(({ originalTitle, originalAuthor }) => [
    originalTitle,
    originalAuthor?.kind === 'named' ? originalAuthor.names : '',
  ])
  return {
    title: [fields.kicker, fields.headline, fields.deck, fields.slug].filter(said).join('\n'),
    body: blocks
      .filter((block) => !isPicture(block))
      .map(blockText)
      .filter(said),
    pictures: blocks
      .filter(isPicture)
      .flatMap(({ caption, credit, alt, source }) => [caption, credit, alt, source])
      .filter(said),
    attribution: [...people, ...sources, ...originals.filter(said)],
    opinions: opinions.filter(said),
    tags: [
      tagOf('state', state),
      tagOf('kind', fields.kind),
      ...(fields.columnId === null ? [] : [tagOf('column', fields.columnId)]),
      ...people.map((name) => tagOf('person', name)),
      ...sources.map((name) => tagOf('source', name)),
    ],
  }
}

const namesOf = (byline: Byline): string[] =>
  byline.kind === 'staff'
    ? []
    : [...byline.reporters, ...byline.correspondents, ...byline.photographers, ...byline.translators]

const said = (text: string): boolean => text.trim() !== ''
