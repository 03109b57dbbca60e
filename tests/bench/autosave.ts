import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import Sqlite from 'better-sqlite3'

import { enrolLocally } from '#core/testing/enrolLocally.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { openDesktop } from './kit/desktop.ts'
import { inFolder } from './kit/folder.ts'
import type { Finding } from './kit/measure.ts'
import { judge, medians, timed } from './kit/measure.ts'
import type { Written } from './kit/text.ts'
import { numbered, write } from './kit/text.ts'

const limits = {
  // Measured 1.0 to 1.2: a key costs what it changes. Guards against anything that is done for each key and grows with
  // the article: writing it whole, checking it whole, sending it whole.
  longToShort: 1.8,
  // Measured 1.3 to 2.7: what core adds to the commit that nobody can do without. It grows as the disk gets faster, so
  // the limit leaves room for a commit that costs a third of what it did there. Guards against waiting, and against
  // committing each key several times; a tenth of a millisecond of needless work shows in a profile only.
  shortToFloor: 5,
  // Measured 1.2 to 1.25, with the foldings of the journal: each character is written a bounded number of times.
  bytesLongToShort: 1.8,
  // Measured 3.1: three pages of 4 KB for each key, two of the journal and one of the draft, and a share of the foldings.
  // It was 6.3 when each key also wrote the list and a second index. Guards against further indexes on what a key touches.
  bytesShortToFloor: 4.5,
}

/**
 * A keystroke's way to disk: one changed paragraph in mid-document, through RPC, until core has acknowledged the commit.
 * The floor commits the same bytes with the same safety and nothing around it.
 */
export function run({ quick }: { quick: boolean }): Promise<Finding> {
  return inFolder(async (folder) => {
    enrolLocally(folder)
    const { core, window } = await openDesktop(folder)
    const floor = openFloor(join(folder, 'floor.db'))
    try {
      const long = await write(window.call, 100_000)
      const short = await write(window.call, 1_000)
      const type = (article: Written) => (round: number) => timed(() => change(window.call, article, round))
      const ms = await medians(quick ? 100 : 600, quick ? 30 : 100, {
        long: type(long),
        short: type(short),
        floor: (round) => timed(() => floor.commit(JSON.stringify(edit(short, round)))),
      })
      const keys = quick ? 200 : 1_500
      const bytes = {
        long: await bytesPerKey(folder, keys, (round) => change(window.call, long, round)),
        short: await bytesPerKey(folder, keys, (round) => change(window.call, short, round)),
        floor: await bytesPerKey(
          folder,
          200,
          async (round) => floor.commit(JSON.stringify(edit(short, round))),
          'floor',
        ),
      }
      const figures = {
        longToShort: ms.long / ms.short,
        shortToFloor: ms.short / ms.floor,
        bytesLongToShort: bytes.long / bytes.short,
        bytesShortToFloor: bytes.short / bytes.floor,
        longMs: ms.long,
        shortMs: ms.short,
        floorMs: ms.floor,
        longBytesPerKey: bytes.long,
        shortBytesPerKey: bytes.short,
        floorBytesPerKey: bytes.floor,
      }
      return judge(figures, limits)
    } finally {
      floor.close()
      await core.close()
    }
  })
}

/** The paragraph in the middle, with other words. */
function edit({ blocks }: Written, round: number): JournalOp[] {
  const at = Math.floor(blocks.length / 2)
  return [{ op: 'put', after: blocks[at - 1]?.$.id ?? null, block: numbered(round, blocks[at]?.$.id) }]
}

const change = (call: CoreCalls, article: Written, round: number) =>
  call.articles.journal({ articleId: article.articleId, step: randomUUID(), ops: edit(article, round) })

interface Floor {
  commit(text: string): void
  close(): void
}

/** The least that can be called saved: one row, one commit, on disk before the answer. */
function openFloor(file: string): Floor {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('the floor is not as safe as core')
  db.exec('CREATE TABLE journal (version INTEGER PRIMARY KEY, ops TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO journal (ops) VALUES (?)')
  return { commit: (text) => void insert.run(text), close: () => void db.close() }
}

/** Keys between two looks at the write-ahead log: few enough that SQLite does not begin it anew in between. */
const stretch = 50

/** Bytes that reach the write-ahead log for each key, foldings of the journal included. */
async function bytesPerKey(
  folder: string,
  keys: number,
  key: (round: number) => Promise<unknown>,
  name = 'library',
): Promise<number> {
  const file = join(folder, `${name}.db`)
  const beside = new Sqlite(file)
  let bytes = 0
  for (let done = 0; done < keys; done += stretch) {
    beside.pragma('wal_checkpoint(TRUNCATE)')
    for (let round = done; round < done + stretch; round += 1) await key(round)
    // Lets a folding that waits take place.
    await setImmediate()
    bytes += statSync(`${file}-wal`).size
  }
  beside.close()
  return bytes / keys
}
