import type { Block } from '#shared/document/blocks.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'
import type { BlockId } from '#shared/domain/ids.ts'

type Op<K extends JournalOp['op']> = Extract<JournalOp, { op: K }>
type BlockOp = Op<'put'> | Op<'remove'>

/**
 * What has been typed and not sent. Coalesces only where it cannot change the outcome: steps on fields commute with
 * steps on blocks, and of two puts of one block in a row the second alone decides.
 */
export class OpQueue {
  #blocks: BlockOp[] = []
  #fields: Op<'fields'>['fields'] | null = null
  #attribution: Op<'attribution'>['attribution'] | null = null

  get isEmpty(): boolean {
    return this.#blocks.length === 0 && this.#fields === null && this.#attribution === null
  }

  clear(): void {
    this.#blocks = []
    this.#fields = null
    this.#attribution = null
  }

  add(op: JournalOp): void {
    switch (op.op) {
      case 'fields':
        this.#fields = overlay(this.#fields, op.fields)
        break
      case 'attribution':
        this.#attribution = overlay(this.#attribution, op.attribution)
        break
      case 'put':
        if (this.#endsWithPutOf(op)) this.#blocks.pop()
        this.#blocks.push(op)
        break
      case 'remove':
        this.#blocks.push(op)
        break
    }
  }

  /** Takes the oldest steps out, at most `limit` (at least 3). */
  take(limit: number): JournalOp[] {
    const ops: JournalOp[] = []
    if (this.#fields !== null) ops.push({ op: 'fields', fields: this.#fields })
    if (this.#attribution !== null) ops.push({ op: 'attribution', attribution: this.#attribution })
    this.#fields = null
    this.#attribution = null
    return [...ops, ...this.#blocks.splice(0, limit - ops.length)]
  }

  /**
   * Puts steps that were taken and refused back before all others. A value that was refused may have been mended since,
   * so every step says what its block is in the end; its place it keeps, because later blocks may stand behind it.
   */
  putBack(ops: readonly JournalOp[]): void {
    const later = { blocks: this.#blocks.splice(0), fields: this.#fields, attribution: this.#attribution }
    this.#fields = null
    this.#attribution = null
    for (const op of ops) this.add(op)
    const blocks = [...this.#blocks, ...later.blocks]
    const last = new Map<BlockId, Block>()
    for (const op of blocks) {
      if (op.op === 'put') last.set(op.block.$.id, op.block)
      else last.set(op.id, paragraph('', op.id))
    }
    this.#blocks = []
    for (const op of blocks) this.add(op.op === 'put' ? { ...op, block: last.get(op.block.$.id) ?? op.block } : op)
    if (later.fields !== null) this.add({ op: 'fields', fields: later.fields })
    if (later.attribution !== null) this.add({ op: 'attribution', attribution: later.attribution })
  }

  #endsWithPutOf({ block }: Op<'put'>): boolean {
    const last = this.#blocks.at(-1)
    return last?.op === 'put' && last.block.$.id === block.$.id
  }
}

/** `next` over `base`. A key that is there but undefined says nothing, and must not hide an earlier value. */
function overlay<T extends object>(base: T | null, next: T): T {
  const said = Object.entries(next).filter(([, value]) => value !== undefined)
  return { ...base, ...Object.fromEntries(said) } as T
}
