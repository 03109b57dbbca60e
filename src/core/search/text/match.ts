import type { Phrase, Query } from './query.ts'
import { characterOf } from './query.ts'

/** Columns of running text; see index/migrations.ts. */
const texts = '{body title names notes}'

/**
 * The query in the language of FTS5's MATCH, or null when nothing is wanted. Nothing of what was typed can be read as
 * syntax: tokens hold letters and digits only, and stand in quotation marks. Of each group of `tags` one has to be there.
 */
export function matchOf({ wanted, refused }: Query, tags: readonly (readonly string[])[] = []): string | null {
  const all = [...tags.map(tagged), ...wanted.map(one)].join(' AND ')
  if (all === '') return null
  return refused.length === 0 ? all : `(${all}) NOT ${matchAny(refused)}`
}

const matchAny = (phrases: readonly Phrase[]): string => `(${phrases.map(one).join(' OR ')})`

function one(phrase: Phrase): string {
  const character = characterOf(phrase)
  if (character !== null) return `chars : "${character}"`
  return `${texts} : "${phrase.tokens.join(' ')}"${phrase.open ? ' *' : ''}`
}

const tagged = (any: readonly string[]): string => `(${any.map((tag) => `tags : "${tag}"`).join(' OR ')})`

/** A name as one token, so that it is found whole and not within a longer one. */
export const tagOf = (kind: 'person' | 'source' | 'state' | 'kind' | 'column', name: string): string =>
  `${kind}${Buffer.from(name.trim().normalize('NFKC').toLowerCase()).toString('hex')}`
