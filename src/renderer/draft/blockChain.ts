import type { Block } from '#shared/document/blocks.ts'
import type { BlockId } from '#shared/domain/ids.ts'

interface Link {
  block: Block
  previous: Link | null
  next: Link | null
}

/** The blocks of an article in order. Writing, moving and removing one costs the same however long the article is. */
export class BlockChain implements Iterable<Block> {
  readonly #links = new Map<BlockId, Link>()
  #first: Link | null = null
  #last: Link | null = null

  constructor(blocks: readonly Block[]) {
    for (const block of blocks) this.#insert({ block, previous: null, next: null }, this.#last)
  }

  get(id: BlockId): Block | undefined {
    return this.#links.get(id)?.block
  }

  /** Null for the first block and for one that is not there. */
  idBefore(id: BlockId): BlockId | null {
    return this.#links.get(id)?.previous?.block.$.id ?? null
  }

  /** Null for the last block and for one that is not there. */
  idAfter(id: BlockId): BlockId | null {
    return this.#links.get(id)?.next?.block.$.id ?? null
  }

  /** As `put` of applyJournal: behind `after`, at the start for null, at the end behind a block that is not there. */
  put(after: BlockId | null, block: Block): void {
    const existing = this.#links.get(block.$.id)
    if (existing !== undefined && (existing.previous?.block.$.id ?? null) === after) {
      existing.block = block
      return
    }
    if (existing !== undefined) this.#unlink(existing)
    const behind = after === null ? null : (this.#links.get(after) ?? this.#last)
    this.#insert({ block, previous: null, next: null }, behind)
  }

  remove(id: BlockId): void {
    const link = this.#links.get(id)
    if (link !== undefined) this.#unlink(link)
  }

  *[Symbol.iterator](): IterableIterator<Block> {
    for (let link = this.#first; link !== null; link = link.next) yield link.block
  }

  #insert(link: Link, behind: Link | null): void {
    link.previous = behind
    link.next = behind === null ? this.#first : behind.next
    if (link.previous === null) this.#first = link
    else link.previous.next = link
    if (link.next === null) this.#last = link
    else link.next.previous = link
    this.#links.set(link.block.$.id, link)
  }

  #unlink({ block, previous, next }: Link): void {
    if (previous === null) this.#first = next
    else previous.next = next
    if (next === null) this.#last = previous
    else next.previous = previous
    this.#links.delete(block.$.id)
  }
}
