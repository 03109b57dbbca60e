import type { BlockId } from '../../domain/ids.ts'
import type { Stream } from './stream.ts'
import type { Head, Token } from './tokens.ts'
import { isHead } from './tokens.ts'

/**
 * Watches that words stand in a line in which at least one side has them. Where the beginning of their line went (one
 * side joined it to another line, which the other side took out), their line begins again.
 */
export class Lines {
  readonly #base: readonly (Head | null)[]
  readonly #left: Stream
  readonly #right: Stream
  readonly #leftHeads: readonly (Head | null)[]
  readonly #rightHeads: readonly (Head | null)[]
  readonly #begun = new Set<BlockId>()
  /** Lines that were joined to another one, with that one. */
  readonly #joined = new Map<BlockId, BlockId>()
  #current: BlockId | null = null
  /** The line begins in a conflict, differently in either version. */
  #unknown = false

  constructor(base: readonly Token[], left: Stream, right: Stream) {
    this.#base = headsOf(base)
    this.#left = left
    this.#right = right
    this.#leftHeads = headsOf(left.tokens)
    this.#rightHeads = headsOf(right.tokens)
  }

  /** The beginning of a line that has to stand before the token, if any. `place` is the token's in the base. */
  before(token: Token, place: number, kept = false): Head[] {
    if (isHead(token)) return this.#begin(token)
    if (this.#unknown || (!kept && this.#current !== null)) return []
    const own = this.#base[kept ? place : place - 1] ?? this.#base[place] ?? null
    const sides = kept
      ? [this.#leftHeads[this.#left.match[place] ?? -1], this.#rightHeads[this.#right.match[place] ?? -1]]
      : [this.#leftHeads[0], this.#rightHeads[0]]
    const current = this.#current
    if (current !== null && sides.some((head) => head?.id === current || this.#leadsTo(head, current))) {
      if (own !== null && own.id !== current) this.#joined.set(own.id, current)
      return []
    }
    const head = [own, ...sides].find((head) => head !== null && head !== undefined && !this.#begun.has(head.id))
    if (head === undefined || head === null) return []
    this.#begin(head)
    return [head]
  }

  clash(tokens: readonly Token[]): void {
    for (const token of tokens) if (isHead(token)) this.#begun.add(token.id)
    this.#unknown = true
  }

  #begin(head: Head): [] {
    this.#current = head.id
    this.#unknown = false
    this.#begun.add(head.id)
    return []
  }

  #leadsTo(head: Head | null | undefined, line: BlockId): boolean {
    return head !== null && head !== undefined && this.#joined.get(head.id) === line
  }
}

/** The beginning of the line that each token stands in. */
function headsOf(tokens: readonly Token[]): (Head | null)[] {
  let head: Head | null = null
  return tokens.map((token) => {
    if (isHead(token)) head = token
    return head
  })
}
