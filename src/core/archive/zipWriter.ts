import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Writes a ZIP entry by entry, holding no more than pieces of one in memory, and knows the SHA-256 of each. */
export class ZipWriter {
  readonly #zip = new ZipFile()
  readonly #output: ReturnType<typeof createWriteStream>
  readonly #failed: Promise<never>
  readonly #at: Date
  readonly #sums: string[] = []

  /** `file` must not be there. `at` is the time that all entries have. */
  constructor(file: string, at: Date) {
    this.#at = at
    this.#output = createWriteStream(file, { flags: 'wx', mode: 0o600 })
    this.#failed = new Promise((_resolve, reject) => {
      this.#output.once('error', reject)
      this.#zip.once('error', reject)
    })
    // Whoever waits for an entry is told; after the last one nobody waits.
    this.#failed.catch(() => {})
    this.#zip.outputStream.pipe(this.#output)
  }

  text(name: string, text: string): Promise<string> {
    return this.add(name, [Buffer.from(text)], true)
  }

  /** Answers the entry's SHA-256. Pictures are compressed already, and are stored as they are (`compress: false`). */
  async add(name: string, pieces: Pieces, compress: boolean): Promise<string> {
    const hash = createHash('sha256')
    async function* measured() {
      for await (const piece of pieces) {
        hash.update(piece)
        yield piece
      }
    }
    const stream = Readable.from(measured(), { objectMode: false })
    this.#zip.addReadStreamLazy(name, { mtime: this.#at, mode: 0o100644, compress }, (give) => give(null, stream))
    await Promise.race([finished(stream), this.#failed])
    const sum = hash.digest('hex')
    this.#sums.push(`${sum}  ${name}\n`)
    return sum
  }

  /** The lines of `sha256sum` for every entry so far. */
  checksums(): string {
    return this.#sums.join('')
  }

  /** Ends the archive. Its bytes are with the system, and not yet synced. */
  async finish(): Promise<void> {
    this.#zip.end()
    await Promise.race([finished(this.#output), this.#failed])
  }

  /** Lets go of a file that will not be finished, and removes it. */
  async abandon(): Promise<void> {
    this.#output.destroy()
    if (!this.#output.closed) await once(this.#output, 'close')
    await rm(this.#output.path, { force: true })
  }
}
