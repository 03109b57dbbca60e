import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

import type { ArticleId } from '#shared/domain/ids.ts'
import type { Logger } from '#shared/log.ts'
import { backupsFolder } from '../backup/job.ts'
import { listBackups } from '../backup/names.ts'
import { makeFolder, syncFolder } from '../db/durable.ts'
import { withDiskErrors } from '../db/errors.ts'
import type { Words } from '../db/handles.ts'
import { wordLine } from './wordRecords.ts'

/** Milliseconds. SQLite has synced the words already: this is the second copy, for the day the first one is damaged. */
const syncPause = 1000
/** Parts that stay whatever happens. */
const leastParts = 4

/**
 * Every word that was saved, once more, in plain lines beside the library: appended after the commit and before it is
 * called saved. A damaged library takes down what was typed since the last backup; with these lines it does not. A new
 * part begins with each backup, and parts that the newest three backups do not need go.
 */
export class WordLog {
  readonly #dataDir: string
  readonly #log: Logger
  #handle: number | null = null
  #part: number
  #syncing: NodeJS.Timeout | null = null

  constructor(dataDir: string, log: Logger) {
    this.#dataDir = dataDir
    this.#log = log
    this.#part = listParts(wordsFolder(dataDir)).at(-1) ?? 1
  }

  /** Never throws: the words are in the library, and what is only a second copy must not stop anybody from writing. */
  readonly add = (words: Words): void => {
    try {
      this.#handle ??= openPart(this.#dataDir, this.#part)
      writeSync(this.#handle, wordLine(words))
      this.#syncSoon()
    } catch (error) {
      this.#log.warn('the word log was not written', { error: String(error) })
    }
  }

  /**
   * These are about to be removed for good. On the disk when this returns; throws `disk_full`, `disk_read_only` or
   * `disk_failing`: what is not known to be gone would be brought back by the next start.
   */
  sayGone(articles: readonly { articleId: ArticleId; version: number }[]): void {
    const lines = articles.map(({ articleId, version }) => wordLine({ kind: 'gone', articleId, version }))
    try {
      withDiskErrors(this.#dataDir, () => {
        this.#handle ??= openPart(this.#dataDir, this.#part)
        writeFileSync(this.#handle, lines.join(''))
        fdatasyncSync(this.#handle)
      })
    } catch (error) {
      // A line that was torn is ended when the part is opened again.
      this.close()
      throw error
    }
  }

  /** A backup is about to be made: what is typed from here on may be missing in it. */
  begin(): void {
    const next = (listBackups(backupsFolder(this.#dataDir))[0]?.sequence ?? 0) + 1
    if (next <= this.#part) return
    this.close()
    this.#part = next
  }

  /** A backup was made and checked. */
  thin(): void {
    const needed = listBackups(backupsFolder(this.#dataDir))[2]?.sequence ?? 0
    const folder = wordsFolder(this.#dataDir)
    for (const part of listParts(folder).slice(0, -leastParts)) {
      if (part < needed) rmSync(join(folder, partName(part)), { force: true })
    }
  }

  close(): void {
    if (this.#syncing !== null) clearTimeout(this.#syncing)
    this.#syncing = null
    if (this.#handle === null) return
    try {
      fdatasyncSync(this.#handle)
    } catch (error) {
      this.#log.warn('the word log was not synced', { error: String(error) })
    }
    closeSync(this.#handle)
    this.#handle = null
  }

  #syncSoon(): void {
    this.#syncing ??= setTimeout(() => {
      this.#syncing = null
      if (this.#handle !== null) fdatasync(this.#handle, () => {})
    }, syncPause).unref()
  }
}

export const wordsFolder = (dataDir: string): string => join(dataDir, 'words')

const partName = (part: number): string => `words-${String(part).padStart(6, '0')}.log`

/** Oldest first. */
function listParts(folder: string): number[] {
  try {
    const numbers = readdirSync(folder).map((name) => /^words-(\d{6,})\.log$/.exec(name)?.[1])
    return numbers.flatMap((number) => (number === undefined ? [] : [Number(number)])).toSorted((a, b) => a - b)
  } catch {
    return []
  }
}

/** A line that a crash tore is ended, so that it does not spoil the next one. */
function openPart(dataDir: string, part: number): number {
  const folder = wordsFolder(dataDir)
  makeFolder(folder)
  const handle = openSync(join(folder, partName(part)), 'a', 0o600)
  try {
    writeSync(handle, '\n')
    syncFolder(folder)
    return handle
  } catch (error) {
    closeSync(handle)
    throw error
  }
}

/** Every line of the log, oldest first; those that are torn or damaged too. */
export function* wordLines(dataDir: string): Generator<string> {
  const folder = wordsFolder(dataDir)
  for (const part of listParts(folder)) {
    for (const line of readPart(join(folder, partName(part))).split('\n')) if (line !== '') yield line
  }
}

function readPart(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
