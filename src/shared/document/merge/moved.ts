import { weightOf } from './align.ts'
import type { Stream } from './stream.ts'
import { holds } from './stream.ts'
import type { Token } from './tokens.ts'
import { isHead } from './tokens.ts'

/**
 * Words that one side moved and the other took out where they were: gone, as both wanted them gone from there. Only
 * passages that cannot be anything else count, of some length or a whole line: a word that somebody happened to type
 * again elsewhere stays.
 */
export function movedAndDeleted(base: readonly Token[], { tokens, moved }: Stream, other: Stream): Set<Token> {
  const gone = new Set<Token>()
  const places = [...moved].toSorted(([a], [b]) => a - b)
  let run: [number, number][] = []
  const close = (): void => {
    const [first, last] = [run[0]?.[0] ?? 0, run.at(-1)?.[0] ?? 0]
    const weight = run.reduce((sum, [index]) => sum + weightOf(base[index]?.key ?? ''), 0)
    const after = nextHeld(base, last, 1)
    const isLine = isHead(nextHeld(base, first, -1)) && (after === undefined || isHead(after))
    if (weight < telling && !isLine) return
    for (const [index, at] of run) {
      const token = tokens[at]
      const isDeleted = (other.match[index] ?? -1) < 0 && !other.moved.has(index)
      if (isDeleted && token !== undefined && !isHead(token)) gone.add(token)
    }
  }
  for (const [index, at] of places) {
    const [before, where] = run.at(-1) ?? [-2, -2]
    const between = base.slice(before + 1, index)
    const isOn = index - before === at - where && between.every((token, n) => isFiller(token, tokens[where + 1 + n]))
    if (!isOn) {
      close()
      run = []
    }
    run.push([index, at])
  }
  close()
  return gone
}

/** Weight from which on a passage is taken to be the same one. */
const telling = 8

/** What is like itself everywhere, and moves with the words around it: spaces and punctuation. */
const isFiller = (token: Token, there: Token | undefined): boolean => !holds(token) && token.key === there?.key

/** The nearest word or beginning of a line before (-1) or behind (1) a place. */
function nextHeld(base: readonly Token[], from: number, step: 1 | -1): Token | undefined {
  let place = from + step
  for (let token = base[place]; token !== undefined && !holds(token); token = base[place]) place += step
  return base[place]
}
