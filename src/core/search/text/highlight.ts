import type { Segment } from '#shared/contract/search.ts'
import type { Phrase, Query } from './query.ts'
import type { Token } from './tokens.ts'
import { tokenize } from './tokens.ts'

interface Span {
  start: number
  end: number
}

/** Characters of an excerpt, and how many of them stand before the first hit. */
const length = 90
const lead = 24

/** The whole text, with what the query found marked. */
export const marked = (text: string, query: Query): Segment[] => segments(text, 0, text.length, hits(text, query))

/** The part of a text around its first hit, or null for a text without one. */
export function excerpt(text: string, query: Query): Segment[] | null {
  const found = hits(text, query)
  const [first] = found
  if (first === undefined) return null
  const points = Array.from(text.slice(0, first.start))
  const from = points.slice(0, Math.max(0, points.length - lead)).join('').length
  const until =
    from +
    Array.from(text.slice(from, from + 2 * length))
      .slice(0, length)
      .join('').length
  const cut = segments(text, from, until, found)
  const whole = [
    ...(from > 0 ? [{ text: '…', hit: false }] : []),
    ...cut,
    ...(until < text.length ? [{ text: '…', hit: false }] : []),
  ]
  return whole
}

/** Where the wanted phrases stand, in order and without overlaps: by the same tokens as the index finds them. */
function hits(text: string, { wanted }: Query): Span[] {
  const tokens = tokenize(text)
  const found = wanted.flatMap((phrase) => tokens.flatMap((_, at) => spanAt(tokens, at, phrase) ?? []))
  const joined: Span[] = []
  for (const span of found.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

function spanAt(tokens: readonly Token[], at: number, { tokens: wanted, open }: Phrase): Span | null {
  const lastIndex = wanted.length - 1
  for (const [index, want] of wanted.entries()) {
    const token = tokens[at + index]
    if (token === undefined) return null
    const fits = open && index === lastIndex ? token.text.startsWith(want) : token.text === want
    if (!fits) return null
  }
  const [first, last] = [tokens[at], tokens[at + lastIndex]]
  if (first === undefined || last === undefined) return null
  // Of a pair that one character found, only that character.
  const end = open && last.head < last.end ? last.head : last.end
  return { start: first.start, end }
}

function segments(text: string, from: number, until: number, spans: readonly Span[]): Segment[] {
  const parts: Segment[] = []
  let at = from
  const add = (end: number, hit: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end).replaceAll(/\s+/g, ' '), hit })
    at = Math.max(at, end)
  }
  for (const { start, end } of spans) {
    if (end <= from || start >= until) continue
    add(Math.max(start, from), false)
    add(Math.min(end, until), true)
  }
  add(until, false)
  return parts
}
