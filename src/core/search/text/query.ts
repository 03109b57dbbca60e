import { classOf } from './fold.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'

/** Words that have to stand in this order side by side. */
export interface Phrase {
  /** At least one. */
  tokens: string[]
  /** The last token is the beginning of what stands there: a word that is still being typed, or one character. */
  open: boolean
}

/** What a person asks for: everything wanted, and nothing refused. */
export interface Query {
  wanted: Phrase[]
  refused: Phrase[]
}

/** More than anybody types; what is behind it is left out. */
const most = 16

const quotes = '"“”„‟＂「」『』'
const part = new RegExp(String.raw`([-－−]?)(?:[${quotes}]([^${quotes}]*)[${quotes}]?|([^\s${quotes}]+))`, 'gu')

/**
 * Reads what was typed into the search field: words apart from each other may stand anywhere, words in quotation marks
 * stand together, a minus before either refuses it. Any text at all is a query; one without a letter asks for nothing.
 */
export function parseQuery(text: string): Query {
  const query: Query = { wanted: [], refused: [] }
  for (const [, minus = '', quoted, plain = ''] of text.matchAll(part)) {
    const phrase = phraseOf(quoted ?? plain, quoted !== undefined)
    if (phrase === null || query.wanted.length + query.refused.length >= most) continue
    if (minus === '') query.wanted.push(phrase)
    else query.refused.push(phrase)
  }
  return query
}

function phraseOf(text: string, quoted: boolean): Phrase | null {
  const places = tokenize(text)
  const last = places.at(-1)
  if (last === undefined) return null
  const tokens = places.map((place) => place.text)
  if (!isCjk(last)) return { tokens, open: !quoted && last.text.length > 1 }
  // The last character of a run says nothing that the pair before it has not said, and would ask for the run to end.
  if (continues(places.at(-2), last)) return { tokens: tokens.slice(0, -1), open: false }
  return { tokens, open: true }
}

const isCjk = ({ text }: Token): boolean => classOf(String.fromCodePoint(text.codePointAt(0) ?? 0)) === 'cjk'

const continues = (before: Token | undefined, last: Token): boolean =>
  before !== undefined && isCjk(before) && before.end === last.end && before.start < last.start

/** The one Chinese character that a phrase is, or null. It has a column of its own in the index. */
export function characterOf({ tokens, open }: Phrase): string | null {
  const [only = ''] = tokens
  return open && tokens.length === 1 && Array.from(only).length === 1 ? only : null
}
