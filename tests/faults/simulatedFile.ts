import type { Random } from '../kit/random.ts'

type Change = { offset: number; bytes: Buffer } | { length: number }

/** One file of the simulated disk: what was synced, and what was done to it since. */
export class SimulatedFile {
  #synced: Content
  #since: Change[] = []

  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#synced = new Content(bytes)
  }

  write(offset: number, bytes: Buffer): void {
    this.#since.push({ offset, bytes })
  }

  truncate(length: number): void {
    this.#since.push({ length })
  }

  sync(): void {
    for (const change of this.#since) this.#synced.apply(change)
    this.#since = []
  }

  /**
   * Linux marks the pages clean that it could not write, and tells so once: some of what was to be synced is on the
   * disk, and the rest never gets there unless it is written again.
   */
  failSync(random: Random): void {
    this.#synced = this.#torn(random)
    this.#since = []
  }

  /** What is on the disk when the power goes: without what was not synced, or with a random part of it. */
  afterPowerLoss(random: Random | null): Buffer {
    return (random === null ? this.#synced : this.#torn(random)).bytes
  }

  /** Sectors reach a disk in any order, so any of them may be there. Lengths change in the order of the changes. */
  #torn(random: Random): Content {
    const sector = random(2) === 0 ? 512 : 4096
    // From hardly anything to nearly everything.
    const share = [1, 5, 9][random(3)] ?? 5
    const left = new Content(Buffer.from(this.#synced.bytes))
    for (const change of this.#since) {
      const parts = 'bytes' in change ? sectors(change.offset, change.bytes, sector) : [change]
      for (const part of parts) if (random(10) < share) left.apply(part)
    }
    return left
  }
}

function sectors(offset: number, bytes: Buffer, size: number): Change[] {
  const parts: Change[] = []
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + size - ((offset + at) % size))
    parts.push({ offset: offset + at, bytes: bytes.subarray(at, end) })
    at = end
  }
  return parts
}

/** Bytes that grow. Where nothing was written they read as zeros. */
class Content {
  #buffer: Buffer
  #length: number

  constructor(bytes: Buffer) {
    this.#buffer = bytes
    this.#length = bytes.length
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length)
  }

  apply(change: Change): void {
    if ('bytes' in change) {
      this.#resize(Math.max(this.#length, change.offset + change.bytes.length))
      change.bytes.copy(this.#buffer, change.offset)
    } else this.#resize(change.length)
  }

  #resize(length: number): void {
    if (length > this.#buffer.length) {
      const larger = Buffer.alloc(length * 2)
      this.bytes.copy(larger)
      this.#buffer = larger
    } else if (length < this.#length) this.#buffer.fill(0, length, this.#length)
    this.#length = length
  }
}
