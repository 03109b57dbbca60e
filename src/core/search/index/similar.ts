import { z } from 'zod'

import { noFilters } from '#shared/contract/search.ts'
import { ArticleId, type PersonId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { ReadableDb } from '../../db/handles.ts'
import { classOf } from '../text/fold.ts'
import { joinPairs } from '../text/joinPairs.ts'
import { tokenize } from '../text/tokens.ts'
import type { ArticleText } from './articleText.ts'
import type { Files } from './filling.ts'
import type { SimilarArticle } from './indexContract.ts'
import { readableOf } from './readable.ts'
import { readArticle, readNames } from './reading.ts'

/** Terms of the article that are looked up, and articles that are fetched for each: a term that has more tells little. */
const terms = 48
const fetched = 1_000
/** An article about the same matter shares at least so many terms. */
const leastShared = 3
/** Words that are named as what two articles share. */
const wordsShown = 5
/** Characters of the body that are read for terms: what a report is about stands at its beginning. */
const readFrom = 4_000

const Row = z.object({ id: z.int() })
const Total = z.object({ n: z.int() })
const Documents = z.object({ id: z.int(), articleId: ArticleId })

/**
 * Articles that share the most telling terms with this one: those that are frequent here, or stand in its title, and
 * rare elsewhere. Each term is looked up by itself, which costs the same however large the library is.
 */
export function similar(
  { library, index }: Files,
  articleId: ArticleId,
  me: PersonId,
  limit: number,
): SimilarArticle[] {
  const read = readArticle(library, articleId, readNames(library))
  if (read === null) throw new GalleyError('not_found', { articleId })
  const total = index.get(Total, 'SELECT count(*) AS n FROM documents')?.n ?? 0
  const scores = new Map<number, { score: number; shared: string[] }>()
  for (const { term, weight } of tellingTerms(read.text)) {
    const ids = index.all(Row, 'SELECT rowid AS id FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?', [
      `{body title} : "${term}"`,
      fetched,
    ])
    if (ids.length === fetched) continue
    const rarity = Math.log(1 + total / (ids.length + 1))
    for (const { id } of ids) {
      const entry = scores.get(id) ?? { score: 0, shared: [] }
      entry.score += weight * rarity
      entry.shared.push(term)
      scores.set(id, entry)
    }
  }
  const candidates = best(index, scores, limit * 4).filter((candidate) => candidate.articleId !== articleId)
  const ids = candidates.map((candidate) => candidate.articleId)
  const readable = readableOf(library, ids, me, noFilters)
  const words = [read.text.title, ...read.text.body].join('\n')
  return candidates
    .filter((candidate) => readable.has(candidate.articleId))
    .slice(0, limit)
    .map((candidate) => ({ ...candidate, shared: joinPairs(candidate.shared, words).slice(0, wordsShown) }))
}

type Scores = ReadonlyMap<number, { score: number; shared: string[] }>

function best(index: ReadableDb, scores: Scores, limit: number): SimilarArticle[] {
  const top = [...scores]
    .filter(([, { shared }]) => shared.length >= leastShared)
    .toSorted(([, a], [, b]) => b.score - a.score)
    .slice(0, limit)
  const rows = index.all(
    Documents,
    'SELECT id, article_id AS articleId FROM documents WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(top.map(([id]) => id))],
  )
  const ids = new Map(rows.map(({ id, articleId }) => [id, articleId]))
  return top.flatMap(([id, { shared }]) => {
    const articleId = ids.get(id)
    return articleId === undefined ? [] : [{ articleId, shared }]
  })
}

/** A term in the title counts as much as one that the body repeats so often. */
const titleWeight = 3

function tellingTerms({ title, body }: ArticleText): { term: string; weight: number }[] {
  const weights = new Map<string, number>()
  const count = (text: string, weight: number) => {
    for (const { text: term } of tokenize(text)) {
      if (tells(term)) weights.set(term, (weights.get(term) ?? 0) + weight)
    }
  }
  count(title, titleWeight)
  count(body.join('\n').slice(0, readFrom), 1)
  return [...weights]
    .map(([term, weight]) => ({ term, weight: Math.log(1 + weight) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, terms)
}

/** A pair of characters, or a word that is no stray letter. */
const tells = (term: string): boolean => {
  const length = Array.from(term).length
  return classOf(String.fromCodePoint(term.codePointAt(0) ?? 0)) === 'cjk' ? length === 2 : length > 2
}
