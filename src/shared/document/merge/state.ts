import type { BlockId } from '../../domain/ids.ts'
import type { Block } from '../blocks.ts'
import { blockId } from '../blocks.ts'
import { isSame } from '../diffContents.ts'
import type { Match } from './align.ts'
import { align } from './align.ts'
import type { ListKind, Token } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** The body of one of the three texts, cut into tokens where somebody asks. */
export class State {
  readonly blocks: readonly Block[]
  readonly byId: ReadonlyMap<BlockId, Block>
  readonly places: ReadonlyMap<BlockId, number>
  readonly lists = new Map<BlockId, ListKind>()
  readonly #tokens = new Map<BlockId, Token[]>()
  #counts: Map<string, number> | null = null

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks
    this.byId = new Map(blocks.map((block) => [blockId(block), block]))
    this.places = new Map(blocks.map((block, place) => [blockId(block), place]))
  }

  tokens(id: BlockId): Token[] {
    const known = this.#tokens.get(id)
    if (known !== undefined) return known
    const block = this.byId.get(id)
    const tokens = block === undefined ? [] : tokensOf(block, this.lists)
    this.#tokens.set(id, tokens)
    return tokens
  }

  /** How often a word stands in the text. */
  count(word: string): number {
    this.#counts ??= counted(this.blocks.flatMap((block) => this.tokens(blockId(block))))
    return this.#counts.get(word) ?? 0
  }
}

function counted(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of tokens) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** What one side made of the text that both started from. */
export class Change {
  readonly base: State
  readonly side: State
  /** Blocks of the base that are other or gone; blocks of the side that are other or new. */
  readonly gone: ReadonlySet<BlockId>
  readonly came: ReadonlySet<BlockId>
  readonly #matches = new Map<BlockId, Match>()
  readonly #left = new Map<BlockId, number[]>()
  readonly #arrived = new Map<BlockId, number[]>()

  constructor(base: State, side: State) {
    this.base = base
    this.side = side
    const same = new Set(base.blocks.filter((block) => isKept(block, side)).map(blockId))
    const others = ({ blocks }: State) => new Set(blocks.map(blockId).filter((id) => !same.has(id)))
    this.gone = others(base)
    this.came = others(side)
  }

  /** Which tokens of the block are still in it. */
  match(id: BlockId): Match {
    return once(this.#matches, id, () => align(keys(this.base.tokens(id)), keys(this.side.tokens(id))))
  }

  /** Places of the block's tokens, in the base, that are no longer in it; all of them when the block is gone. */
  left(id: BlockId): readonly number[] {
    return once(this.#left, id, () =>
      Array.from(this.match(id).entries()).flatMap(([index, at]) => (at < 0 ? [index] : [])),
    )
  }

  /** Places of the block's tokens, in the side, that were not in it. */
  arrived(id: BlockId): readonly number[] {
    return once(this.#arrived, id, () => {
      const stayed = new Set(this.match(id))
      return Array.from(this.side.tokens(id).keys()).filter((index) => !stayed.has(index))
    })
  }
}

const isKept = (block: Block, { byId }: State): boolean => {
  const other = byId.get(blockId(block))
  return other !== undefined && isSame(block, other)
}

/** What is known of a block already, or is found out now. */
function once<T>(known: Map<BlockId, T>, id: BlockId, find: () => T): T {
  const value = known.get(id) ?? find()
  known.set(id, value)
  return value
}

export const keys = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key)
