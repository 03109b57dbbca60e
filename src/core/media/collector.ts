import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
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

  /** One round. */
  async collect(): Promise<void> {
    const { db } = this.#context
    if (!this.#tools.mayCollect()) return
    const stored = await this.#storedFiles()
    if (this.#stopped) return
    const unused = unusedOf(db, stored)
    transaction(db, (tx) => {
      const still = JSON.stringify([...unused])
      tx.run('DELETE FROM media_unused WHERE media NOT IN (SELECT value FROM json_each(?))', [still])
      tx.run(
        `INSERT INTO media_unused SELECT value, 1, 0 FROM json_each(?) WHERE true
         ON CONFLICT (media) DO UPDATE SET rounds = rounds + 1`,
        [still],
      )
    })
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

  /** Files by their names, in their place or in the trash. What a dead process left half written goes. */
  async #storedFiles(): Promise<MediaHash[]> {
    const { files } = this.#tools
    const names = (await readdir(files.folder, { recursive: true }).catch(() => [])).map(
      (path) => path.split(/[/\\]/).at(-1) ?? '',
    )
    for (const name of await readdir(files.folder).catch(() => [])) {
      if (name.endsWith('.part') && !files.isWriting(name)) await rm(join(files.folder, name), { force: true })
    }
    return names.filter((name): name is MediaHash => MediaHash.safeParse(name).success)
  }
}

const Hash = z.object({ hash: MediaHash })

function unusedOf(db: ReadableDb, stored: readonly MediaHash[]): Set<MediaHash> {
  const rows = db.all(
    Hash,
    `SELECT hash FROM (SELECT hash FROM media UNION SELECT value FROM json_each(?)) AS known
     WHERE hash NOT IN (SELECT media FROM media_uses) AND hash NOT IN (SELECT media FROM revision_media)
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE act = 'media' AND state <> 'confirmed' AND request ->> '$.media' = hash)`,
    [JSON.stringify(stored)],
  )
  return new Set(rows.map(({ hash }) => hash))
}

const due = (db: ReadableDb, inTrash: 0 | 1, rounds: number): MediaHash[] =>
  db
    .all(Hash, 'SELECT media AS hash FROM media_unused WHERE in_trash = ? AND rounds >= ?', [inTrash, rounds])
    .map(({ hash }) => hash)
