import { join } from 'node:path'

import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import type { CoreContext } from '#core/context.ts'
import type { Database } from '#core/db/database.ts'
import { openDatabase } from '#core/db/open.ts'
import { Media } from '#core/media/service.ts'
import { testPictures } from '#core/testing/pictures.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { silentLogger } from '#shared/log.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { Connection } from './connection.ts'
import { ordinaryPatience } from './deskClient.ts'
import type { EngineOptions } from './engine.ts'
import { SyncEngine } from './engine.ts'

let db: Database
let context: CoreContext
const log = { ...silentLogger, warn: vi.fn(), error: vi.fn() }

beforeEach(() => {
  const dataDir = temporaryFolder()
  db = openDatabase(join(dataDir, 'library.db'), log)
  onTestFinished(() => db.close())
  context = { db, dataDir, clock: () => new Date('2026-03-05T08:00:00Z'), log, emit: () => {} }
  vi.clearAllMocks()
})

const engineWith = (options: Pick<EngineOptions, 'session' | 'after'>) =>
  new SyncEngine(context, {
    media: new Media(context, testPictures),
    patience: ordinaryPatience,
    settleLines: () => Promise.resolve(false),
    unsent: () => 0,
    random: () => 1,
    ...options,
  })

describe('a library that cannot be written to', () => {
  it('keeps the time of the last contact in memory only, and says so to the log', () => {
    const connection = new Connection(context, () => 0)
    connection.reached()
    db.pragma('query_only = ON')
    connection.set('offline')
    expect(connection.status()).toMatchObject({ connection: 'offline', lastContact: '2026-03-05T08:00:00.000Z' })
    expect(log.warn).toHaveBeenCalledOnce()
  })
})

describe('a round that fails where nobody expects it', () => {
  it('does not end the rounds: the next one comes after a while', async () => {
    const session = vi
      .fn(() => null)
      .mockImplementationOnce(() => {
        throw new GalleyError('database_damaged')
      })
    const waited = Promise.withResolvers<number>()
    const engine = engineWith({
      session,
      after(delay, wake) {
        waited.resolve(delay)
        setImmediate(wake)
        return () => {}
      },
    })
    engine.start()
    expect(await waited.promise).toBe(1000)
    await vi.waitFor(() => expect(engine.connection.status().connection).toBe('signedOut'))
    await engine.stop()
    expect(log.error).toHaveBeenCalledOnce()
  })
})
