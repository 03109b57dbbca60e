import type { BlockId } from '../domain/ids.ts'
import type { Block } from './blocks.ts'
import { blockId } from './blocks.ts'

interface Link {
  block: Block | null
  before: Link
  next: Link
}

/** Blocks in their order, with put and remove at the same cost wherever they happen. The ring's head holds no block. */
export class BlockList {
  readonly #head: Link
  readonly #links = new Map<BlockId, Link>()

  constructor(blocks: readonly Block[]) {
    const head = { block: null } as Link
    head.before = head
    head.next = head
    this.#head = head
    for (const block of blocks) this.#insert(block, head.before)
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

  toArray(): Block[] {
    const blocks: Block[] = []
    for (let link = this.#head.next; link.block !== null; link = link.next) blocks.push(link.block)
    return blocks
  }

  #insert(block: Block, before: Link): void {
    const link: Link = { block, before, next: before.next }
    before.next.before = link
    before.next = link
    this.#links.set(blockId(block), link)
  }
}

const idOf = ({ block }: Link): BlockId | null => (block === null ? null : blockId(block))
