import type { BlockId } from '../domain/ids.ts'
import type { Block } from './blocks.ts'
import { blockId } from './blocks.ts'

interface Link {
  block: Block | null
  before: Link
  next: Link
}

/** Blocks in their order, with put and remove at the same cost wherever they happen. The ring's head holds no block. */
export class BlockList implements Iterable<Block> {
  readonly #head: Link
  readonly #links = new Map<BlockId, Link>()

  constructor(blocks: Iterable<Block>) {
    const head = { block: null } as Link
    head.before = head
    head.next = head
    this.#head = head
    for (const block of blocks) this.#insert(block, head.before)
  }

  get(id: BlockId): Block | undefined {
    return this.#links.get(id)?.block ?? undefined
  }

  /** Null for the first block and for one that is not there. */
  idBefore(id: BlockId): BlockId | null {
    return idOf(this.#links.get(id)?.before)
  }

  /** Null for the last block and for one that is not there. */
  idAfter(id: BlockId): BlockId | null {
    return idOf(this.#links.get(id)?.next)
  }

  /** Behind `after`, at the start for null, at the end behind a block that is not there. */
  put(after: BlockId | null, block: Block): void {
    const present = this.#links.get(blockId(block))
    if (present !== undefined && idOf(present.before) === after) {
      present.block = block
      return
    }
    this.remove(blockId(block))
    this.#insert(block, after === null ? this.#head : (this.#links.get(after) ?? this.#head.before))
  }

  remove(id: BlockId): void {
    const link = this.#links.get(id)
    if (link === undefined) return
    this.#links.delete(id)
    link.before.next = link.next
    link.next.before = link.before
  }

  *[Symbol.iterator](): IterableIterator<Block> {
    for (let link = this.#head.next; link.block !== null; link = link.next) yield link.block
  }

  #insert(block: Block, before: Link): void {
    const link: Link = { block, before, next: before.next }
    before.next.before = link
    before.next = link
    this.#links.set(blockId(block), link)
  }
}

const idOf = (link: Link | undefined): BlockId | null => (link?.block == null ? null : blockId(link.block))
