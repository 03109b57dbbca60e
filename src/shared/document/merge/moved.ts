import { weightOf } from './align.ts'
import type { Stream } from './stream.ts'
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
    const isLine = isHead(base[first - 1]) && (last + 1 === base.length || isHead(base[last + 1]))
    if (weight < telling && !isLine) return
    for (const [index, at] of run) {
      const token = tokens[at]
      const isDeleted = (other.match[index] ?? -1) < 0 && !other.moved.has(index)
      if (isDeleted && token !== undefined && !isHead(token)) gone.add(token)
    }
  }
  for (const [index, at] of places) {
    const [before, where] = run.at(-1) ?? [-2, -2]
    if (index !== before + 1 || at !== where + 1) {
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
