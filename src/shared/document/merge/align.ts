import { diffArrays } from 'diff'

import { longestRun } from '../longestRun.ts'

/** `match[i]`: which of the other text's tokens the i-th is, or -1 for none. */
export type Match = Int32Array

/** Tells a place apart, as spaces and punctuation do not. Asked of every character of a text, so not by a pattern. */
export const isWord = (token: string): boolean => {
  const first = token.charCodeAt(0)
  return (first >= 0x4e00 && first <= 0x9fff) || /^[\p{L}\p{N}]/u.test(token)
}

/** How well a token tells a passage apart: an ideograph weighs as much as two letters. */
export const weightOf = (token: string): number => (isWord(token) ? (token.length === 1 ? 2 : token.length) : 0)

/** Beyond so many differences two passages are taken for different ones: what is left of their likeness is chance. */
const mostDifferences = 400
const sentenceEnd = /^[。！？!?.…；;]$|^\0/

/**
 * Which tokens of two texts are the same ones, in the order of both. Sentence by sentence first and word by word inside
 * of what differs, so that the time grows with the text and not with its square.
 */
export function align(before: readonly string[], after: readonly string[]): Match {
  const match: Match = new Int32Array(before.length).fill(-1)
  const common: Common = (from, at) => {
    match[from] = at
  }
  const inner = trim(before, after, 0, 0, common)
  const left = sentences(inner.before, inner.from)
  const right = sentences(inner.after, inner.at)
  const same = (a: number, b: number): void => {
    const [start, begin] = [left.starts[a] ?? 0, right.starts[b] ?? 0]
    for (let n = start; n < (left.starts[a + 1] ?? start); n += 1) common(n, begin + n - start)
  }
  for (const { from, to, at, till } of changes(left.texts, right.texts, same)) {
    const [start, end] = [left.starts[from] ?? 0, left.starts[to] ?? 0]
    const [begin, finish] = [right.starts[at] ?? 0, right.starts[till] ?? 0]
    alignWords(before.slice(start, end), after.slice(begin, finish), start, begin, common)
  }
  return match
}

type Common = (from: number, at: number) => void

/** Words that occur once in either text hold it in place; what is between them is compared piece by piece. */
function alignWords(
  before: readonly string[],
  after: readonly string[],
  from: number,
  at: number,
  common: Common,
): void {
  const rest = trim(before, after, from, at, common)
  let [start, begin] = [0, 0]
  const between = (end: number, finish: number): void => {
    const gap = trim(
      rest.before.slice(start, end),
      rest.after.slice(begin, finish),
      rest.from + start,
      rest.at + begin,
      common,
    )
    changes(gap.before, gap.after, (a, b) => common(gap.from + a, gap.at + b))
  }
  for (const [index, place] of anchors(rest.before, rest.after)) {
    between(index, place)
    common(rest.from + index, rest.at + place)
    ;[start, begin] = [index + 1, place + 1]
  }
  between(rest.before.length, rest.after.length)
}

/** Places of words that stand once in both, as many as keep their order. */
function anchors(before: readonly string[], after: readonly string[]): [number, number][] {
  const [left, right] = [onlyOnce(before), onlyOnce(after)]
  const shared = [...left].flatMap(([word, index]): [number, number][] => {
    const place = right.get(word)
    return place === undefined ? [] : [[index, place]]
  })
  const rising = longestRun(shared.map(([, place]) => place))
  return shared.filter((_, n) => rising.has(n))
}

/** In the order of their places. */
function onlyOnce(tokens: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [index, token] of tokens.entries()) {
    if (!isWord(token)) continue
    if (places.has(token)) repeated.add(token)
    else places.set(token, index)
  }
  for (const token of repeated) places.delete(token)
  return places
}

/** What begins or ends the same is common; the rest is between. */
function trim(before: readonly string[], after: readonly string[], from: number, at: number, common: Common) {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) {
    common(from + start, at + start)
    start += 1
  }
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end += 1
    common(from + before.length - end, at + after.length - end)
  }
  return {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
    from: from + start,
    at: at + start,
  }
}

interface Change {
  from: number
  to: number
  at: number
  till: number
}

/** What differs, in the order of both. Pieces that only one of the texts has are not compared: no other is like them. */
function changes(
  before: readonly string[],
  after: readonly string[],
  common: (a: number, b: number) => void,
): Change[] {
  const [left, right] = [placesOfShared(before, after), placesOfShared(after, before)]
  const alone = before.length - left.length + after.length - right.length
  const parts =
    alone > mostDifferences
      ? undefined
      : diffArrays(pick(before, left), pick(after, right), { maxEditLength: mostDifferences - alone })
  if (parts === undefined) return [{ from: 0, to: before.length, at: 0, till: after.length }]
  const found: Change[] = []
  let [from, at] = [0, 0]
  const between = (to: number, till: number): void => {
    if (from < to || at < till) found.push({ from, to, at, till })
  }
  let [a, b] = [0, 0]
  for (const { added, removed, count } of parts) {
    for (let n = 0; n < count; n += 1) {
      const [index, place] = [left[a] ?? 0, right[b] ?? 0]
      if (!added) a += 1
      if (!removed) b += 1
      if (added || removed) continue
      between(index, place)
      common(index, place)
      ;[from, at] = [index + 1, place + 1]
    }
  }
  between(before.length, after.length)
  return found
}

const pick = (texts: readonly string[], places: readonly number[]): string[] =>
  places.map((place) => texts[place] ?? '')

function placesOfShared(texts: readonly string[], others: readonly string[]): number[] {
  const known = new Set(others)
  return [...texts.keys()].filter((place) => known.has(texts[place] ?? ''))
}

/** Sentences as one text each; `starts` holds one more, the end. */
function sentences(tokens: readonly string[], offset: number): { texts: string[]; starts: number[] } {
  const texts: string[] = []
  const starts = [offset]
  let text = ''
  for (const [index, token] of tokens.entries()) {
    text += `${token}\u0001`
    if (!sentenceEnd.test(token) && index < tokens.length - 1) continue
    texts.push(text)
    starts.push(offset + index + 1)
    text = ''
  }
  return { texts, starts }
}
