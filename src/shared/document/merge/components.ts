import type { BlockId } from '../../domain/ids.ts'
import type { Link } from './links.ts'

/** Blocks that words went between, together: what was one place is merged as one. */
export class Components {
  readonly #parents = new Map<BlockId, BlockId>()

  constructor(links: readonly Link[]) {
    for (const { from, to } of links) this.#parents.set(this.of(from), this.of(to))
  }

  /** The block that stands for all of them; the block itself when it is alone. */
  of(id: BlockId): BlockId {
    let top = id
    for (let parent = this.#parents.get(top); parent !== undefined && parent !== top; parent = this.#parents.get(top))
      top = parent
    if (top !== id) this.#parents.set(id, top)
    return top
  }
}
