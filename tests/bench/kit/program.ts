import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'

import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { transaction } from '#core/db/transaction.ts'
import { readSetting, writeSetting } from '#core/settings/repository.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import { silentLogger } from '#shared/log.ts'
import { buildIfStale } from '../../../scripts/start/build.ts'
import { newcomersWindow } from '../../kit/host.ts'
import { startLoopback } from '../../kit/loopback.ts'
import type { RunningHost } from '../../kit/runningHost.ts'
import { knowPaint } from './painted.ts'

/** Whose window it is: a reporter of the trial newsroom. */
const account = 'linxiao'

export interface Program {
  readonly page: Page
  close(): Promise<void>
}

/**
 * The whole program as it is built, core in its own process, with one window in `browser`. `furnish` fills the library
 * before; it works offline, so that nothing of it goes to the desk meanwhile.
 */
export async function startProgram(browser: Browser, furnish: (db: Database, me: PersonId) => void): Promise<Program> {
  buildIfStale()
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'))
  const start = () => startLoopback(folder, () => browser.newContext(newcomersWindow))
  const before = await start()
  await windowOf(before)
  await before.close()

  const db = openDatabase(join(folder, 'people', account, 'library.db'), silentLogger)
  const me = readSetting(db, 'enrolment')?.person.id
  if (me === undefined) throw new Error('the trial newsroom has not enrolled anybody')
  furnish(db, me)
  transaction(db, (tx) => {
    writeSetting(tx, 'paused', true)
    // The index is another bench's: it would be filled while this one measures.
    tx.run('DELETE FROM search_marks')
  })
  db.close()

  const host = await start()
  return {
    page: await windowOf(host),
    async close() {
      await host.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Up, and with its list of articles. */
async function windowOf(host: RunningHost): Promise<Page> {
  const page = await host.page(account)
  await page.getByRole('option').first().waitFor({ timeout: 60_000 })
  await page.evaluate(knowPaint)
  return page
}
