import type { Block } from '#shared/document/blocks.ts'
import { heading, list, listItem, paragraph, picture, quote } from '#shared/document/make.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { completeFields } from '#core/testing/articles.ts'
import type { BlockId, MediaHash } from '#shared/domain/ids.ts'
import type { Random } from '../kit/random.ts'
import { pick } from '../kit/random.ts'

const phrase = '汛期过后，河堤沿线的测点逐一复核，夜班的人把读数记在同一个本子上。'

/** Above so many blocks a window rather changes than adds, so that opening stays cheap. */
const enough = 60

/** The hands at one window: what they type next, knowing the blocks that they typed. */
export class Typing {
  readonly #random: Random
  readonly #name: string
  #blocks: BlockId[] = []
  #count = 0

  constructor(random: Random, name: string) {
    this.#random = random
    this.#name = name
  }

  /** Begins on another article. */
  turnTo(blocks: readonly Block[]): void {
    this.#blocks = blocks.map(({ $ }) => $.id)
  }

  /**
   * One step of autosave: mostly a changed paragraph, now and then many blocks or a field. Each leaves words that no
   * other step has, so that what is found tells which steps are in it.
   */
  step(): JournalOp[] {
    const random = this.#random
    switch (random(12)) {
      case 0:
        return [{ op: 'fields', fields: { headline: this.#words(12), deck: this.#words(20) } }]
      case 1:
        return [{ op: 'attribution', attribution: { editor: this.#words(3), aiUse: 'none' } }]
      case 2:
        return this.#removal()
      case 3:
        return Array.from({ length: 2 + random(20) }, () => this.#put())
      default:
        return [this.#put()]
    }
  }

  /** What makes the article complete enough to be submitted. */
  completion(): JournalOp[] {
    return [...completeFields, this.#put()]
  }

  picture({ media, width, height }: { media: MediaHash; width: number; height: number }): JournalOp[] {
    const block = picture(
      { media, width, height },
      { alt: this.#words(8), credit: '本报', rights: '本报所有', source: '本报' },
    )
    return [this.#placed(block)]
  }

  #put(): JournalOp {
    const random = this.#random
    const again = this.#blocks.length > 0 && (this.#blocks.length > enough || random(3) > 0)
    const id = again ? pick(random, this.#blocks) : undefined
    const long = random(25) === 0 ? 1400 : 30 + random(200)
    const words = this.#words(long)
    switch (random(8)) {
      case 0:
        return this.#placed(heading('h2', this.#words(9), id))
      case 1:
        return this.#placed(quote(words, id))
      case 2:
        return this.#placed(list('bullet', [listItem(words), listItem(this.#words(7))], id))
      default:
        return this.#placed(paragraph(words, id))
    }
  }

  /** Most stay where they are or come last; some move. */
  #placed(block: Block): JournalOp {
    const { id } = block.$
    const at = this.#blocks.indexOf(id)
    const stays = at >= 0 && this.#random(6) > 0
    if (stays) return { op: 'put', after: this.#blocks[at - 1] ?? null, block }
    const others = this.#blocks.filter((other) => other !== id)
    const place = this.#random(4) === 0 ? this.#random(others.length + 1) : others.length
    this.#blocks = others.toSpliced(place, 0, id)
    return { op: 'put', after: others[place - 1] ?? null, block }
  }

  #removal(): JournalOp[] {
    if (this.#blocks.length < 3) return [this.#put()]
    const id = pick(this.#random, this.#blocks)
    this.#blocks = this.#blocks.filter((other) => other !== id)
    return [
      { op: 'remove', id },
      { op: 'fields', fields: { headline: this.#words(12) } },
    ]
  }

  /** Numbered, so that no two are the same. */
  #words(length: number): string {
    this.#count += 1
    return `${this.#name}${this.#count} ${phrase.repeat(Math.ceil(length / phrase.length))}`.slice(0, length + 6)
  }
}
