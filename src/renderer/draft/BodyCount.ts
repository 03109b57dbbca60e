import type { Block } from '#shared/document/blocks.ts'
import type { TextCount } from '#shared/document/count.ts'
import { countText } from '#shared/document/count.ts'
import { blockText } from '#shared/document/text.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { Timers } from './timers.ts'

/** Counts the body block by block, only what changed, and only while nobody is typing. */
export class BodyCount {
  readonly #counts = new Map<BlockId, TextCount>()
  readonly #changed = new Map<BlockId, Block | null>()
  readonly #timers: Timers
  readonly #onTotal: (total: TextCount) => void
  #total: TextCount = { words: 0, characters: 0 }
  #waiting: Dispose | null = null

  constructor(blocks: Iterable<Block>, timers: Timers, onTotal: (total: TextCount) => void) {
    this.#timers = timers
    this.#onTotal = onTotal
    for (const block of blocks) this.#count(block.$.id, block)
  }

  get total(): TextCount {
    return this.#total
  }

  /** `null` for a block that was removed. */
  changed(id: BlockId, block: Block | null): void {
    this.#changed.set(id, block)
    this.#waiting ??= this.#timers.idle(() => this.#catchUp())
  }

  dispose(): void {
    this.#waiting?.()
    this.#waiting = null
  }

  #catchUp(): void {
    this.#waiting = null
    const { words, characters } = this.#total
    for (const [id, block] of this.#changed) this.#count(id, block)
    this.#changed.clear()
    if (this.#total.words !== words || this.#total.characters !== characters) this.#onTotal(this.#total)
  }

  #count(id: BlockId, block: Block | null): void {
    const before = this.#counts.get(id) ?? nothing
    const now = block === null ? nothing : countText(blockText(block))
    if (block === null) this.#counts.delete(id)
    else this.#counts.set(id, now)
    this.#total = {
      words: this.#total.words - before.words + now.words,
      characters: this.#total.characters - before.characters + now.characters,
    }
  }
}

const nothing: TextCount = { words: 0, characters: 0 }
