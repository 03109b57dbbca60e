import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'

import { MediaHash } from '#shared/domain/ids.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { CoreContext } from '../context.ts'
import type { ReadableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import type { After } from '../timers.ts'
import type { MediaFiles } from './files.ts'
import type { Vault } from './vault.ts'

/** Milliseconds of the program running between two rounds. */
const pause = 10 * 60 * 1000
/** Rounds in which a file was unused before it goes to the trash, and before it leaves that: one and fourteen days of running. */
export const grace = { unused: 144, trash: 144 * 14 } as const

interface Tools {
  files: MediaFiles
  vault: Vault
  after: After
  /** False while texts may still be waiting to be brought back: then nothing is known to be unused. */
  mayCollect: () => boolean
}

/**
 * Takes away files that no article uses. Time is counted in rounds of a running program and not by the clock, which may
 * jump. What is due goes to `media/trash` and comes back from there when anything asks for it; only later does it leave
 * the disk. Each step is safe to die after: the next round finds it done or does it again. A library that cannot be read
 * ends the round.
 */
export class Collector {
  readonly #context: CoreContext
  readonly #tools: Tools
  #waiting: Dispose = () => {}
  #round: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(context: CoreContext, tools: Tools) {
    this.#context = context
    this.#tools = tools
  }

  start(): void {
    this.#waiting = this.#tools.after(pause, () => {
      this.#round = this.collect()
        .catch((error: unknown) => this.#context.log.warn('files not collected', { error: String(error) }))
        .finally(() => {
          if (!this.#stopped) this.start()
        })
    })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#waiting()
    await this.#round
  }

  /**
   * One round, folder by folder: files lie in 256 of them by the first two digits of their names. What is done between
   * two breaths follows the size of one folder and not that of the library, so that nobody who types waits for it.
   */
  async collect(): Promise<void> {
    if (!this.#tools.mayCollect()) return
    const { files, vault } = this.#tools
    const trash = await this.#namesIn(vault.trash)
    for (const folder of await this.#folders(trash)) {
      const stored = await this.#namesIn(join(files.folder, folder))
      if (this.#stopped) return
      this.#count(folder, [...stored, ...trash.filter((name) => name.startsWith(folder))])
      await setImmediate()
    }
    await this.#removeHalves()
    await this.#takeAway()
  }

  /** Where anything lies, or should as far as the library knows. */
  async #folders(trash: readonly MediaHash[]): Promise<Set<string>> {
    const { db } = this.#context
    const there = (await readdir(this.#tools.files.folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name))
    const known = db.all(
      Folder,
      'SELECT DISTINCT substr(hash, 1, 2) AS folder FROM media UNION SELECT substr(media, 1, 2) FROM media_unused',
    )
    return new Set([...there, ...trash.map((name) => name.slice(0, 2)), ...known.map(({ folder }) => folder)])
  }

  /** Notes what of a folder is unused, one round longer, and forgets what is not. */
  #count(folder: string, stored: readonly MediaHash[]): void {
    const { db } = this.#context
    const unused = JSON.stringify(unusedOf(db, folder, stored))
    const noted = db.all(Hash, `SELECT media AS hash FROM media_unused WHERE ${within('media')}`, range(folder))
    // Most folders have nothing to note, and then nothing is written.
    if (unused === '[]' && noted.length === 0) return
    transaction(db, (tx) => {
      tx.run(
        `DELETE FROM media_unused WHERE ${within('media')} AND media NOT IN (SELECT value FROM json_each(@unused))`,
        { ...range(folder), unused },
      )
      tx.run(
        `INSERT INTO media_unused SELECT value, 1, 0 FROM json_each(?) WHERE true
         ON CONFLICT (media) DO UPDATE SET rounds = rounds + 1`,
        [unused],
      )
    })
  }

  async #takeAway(): Promise<void> {
    const { db } = this.#context
    for (const media of due(db, 0, grace.unused)) {
      this.#tools.vault.putAway(media)
      transaction(db, (tx) => tx.run('UPDATE media_unused SET rounds = 0, in_trash = 1 WHERE media = ?', [media]))
    }
    for (const media of due(db, 1, grace.trash)) {
      await rm(this.#tools.vault.trashPath(media), { force: true })
      transaction(db, (tx) => {
        tx.run('DELETE FROM media WHERE hash = ?', [media])
        tx.run('DELETE FROM media_unused WHERE media = ?', [media])
      })
    }
  }

  async #namesIn(folder: string): Promise<MediaHash[]> {
    const names = await readdir(folder).catch((): string[] => [])
    return names.filter((name): name is MediaHash => MediaHash.safeParse(name).success)
  }

  /** What a dead process left half written goes. */
  async #removeHalves(): Promise<void> {
    const { files } = this.#tools
    for (const name of await readdir(files.folder).catch(() => [])) {
      if (name.endsWith('.part') && !files.isWriting(name)) await rm(join(files.folder, name), { force: true })
    }
  }
}

const Hash = z.object({ hash: MediaHash })
const Folder = z.object({ folder: z.string() })

/** SQL for the hashes that belong into a folder; the index of the column answers it. */
const within = (column: string): string => `${column} >= @first AND ${column} < @beyond`
/** The letter after the last digit ends the range. */
const range = (folder: string) => ({ first: folder, beyond: `${folder}g` })

/** Of the files in a folder, and of those that belong there as far as the library knows. */
function unusedOf(db: ReadableDb, folder: string, stored: readonly MediaHash[]): MediaHash[] {
  const rows = db.all(
    Hash,
    `SELECT hash FROM
       (SELECT hash FROM media WHERE ${within('hash')} UNION SELECT value FROM json_each(@stored)) AS known
     WHERE NOT EXISTS (SELECT 1 FROM media_uses WHERE media = hash)
       AND hash NOT IN (SELECT media FROM revision_media WHERE ${within('media')})
       AND hash NOT IN (SELECT request ->> '$.media' FROM outbox WHERE act = 'media' AND state <> 'confirmed')`,
    { ...range(folder), stored: JSON.stringify(stored) },
  )
  return rows.map(({ hash }) => hash)
}

const due = (db: ReadableDb, inTrash: 0 | 1, rounds: number): MediaHash[] =>
  db
    .all(Hash, 'SELECT media AS hash FROM media_unused WHERE in_trash = ? AND rounds >= ?', [inTrash, rounds])
    .map(({ hash }) => hash)
