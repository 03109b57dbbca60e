import { statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import type { BackupStatus } from '#shared/contract/backups.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { fromWire, toWire } from '#shared/rpc/errors.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { readSetting, writeSetting } from '../settings/repository.ts'
import type { After } from '../timers.ts'
import type { BackupResult } from './job.ts'
import { backupsFolder } from './job.ts'
import { listBackups } from './names.ts'
import { checkPlace, profileName } from './place.ts'
import type { RunningBackup } from './runner.ts'
import { runBackup } from './runner.ts'

/** Milliseconds. The start of the program belongs to the person; after it, one for the day. */
const firstWait = 60_000
/** While something changes. A stick that was absent is looked for as often. */
const interval = 30 * 60_000

export interface BackupOptions {
  readonly after: After
  /** The program of the thread. */
  readonly thread: string
  /** One is about to be made. */
  readonly onBegin: () => void
  /** It is on disk and checked. */
  readonly onMade: () => void
  /** The library was found damaged while it was copied. */
  readonly onDamage: (error: unknown) => void
}

/** Rolling backups of this desktop's library. */
export class Backups {
  readonly #context: CoreContext
  readonly #options: BackupOptions
  #running: { backup: RunningBackup; done: Promise<void> } | null = null
  #failure: WireError | null = null
  #secondError: WireError | null = null
  #secondState: NonNullable<BackupStatus['second']>['state'] = 'waiting'
  #seen = 0
  #cancel: Dispose = () => {}

  constructor(context: CoreContext, options: BackupOptions) {
    this.#context = context
    this.#options = options
  }

  start(): void {
    this.#cancel = this.#options.after(firstWait, () => this.#tick(this.#newDay()))
  }

  /** Breaks off what is being made: nothing waits for a backup, and none is left half made under its name. */
  async stop(): Promise<void> {
    this.#cancel()
    await this.#running?.backup.stop()
    await this.#running?.done
  }

  status(): BackupStatus {
    const { db, dataDir } = this.#context
    const folder = backupsFolder(dataDir)
    const [last, ...older] = listBackups(folder)
    const place = readSetting(db, 'backupPlace') ?? null
    return {
      folder,
      running: this.#running !== null,
      count: last === undefined ? 0 : older.length + 1,
      last: last === undefined ? null : { at: last.at, bytes: sizeOf(join(folder, last.name)) },
      failure: this.#failure,
      second: place === null ? null : { ...place, state: this.#secondState, error: this.#secondError },
    }
  }

  /** Throws `database_damaged`, `database_busy`, `disk_full` or `disk_read_only`. */
  async now(): Promise<BackupStatus> {
    await this.#run()
    if (this.#failure !== null) throw fromWire(this.#failure)
    return this.status()
  }

  /** Throws `folder_unusable`. */
  setFolder(folder: string | null): BackupStatus {
    const { db, dataDir } = this.#context
    if (folder !== null) checkPlace(folder, dataDir)
    transaction(db, (tx) => writeSetting(tx, 'backupPlace', folder === null ? null : { folder, last: null }))
    this.#secondState = 'waiting'
    this.#secondError = null
    this.#tell()
    return this.status()
  }

  /** Also when the last copy did not arrive at the second place: it may be there by now. */
  #tick(due: boolean): void {
    const changed = this.#changes() !== this.#seen
    const owed = this.#secondState !== 'done' && this.status().second !== null
    const run = due || changed || owed ? this.#run() : Promise.resolve()
    void run.then(() => {
      this.#cancel = this.#options.after(interval, () => this.#tick(false))
    })
  }

  #run(): Promise<void> {
    if (this.#running !== null) return this.#running.done
    const { db, dataDir, clock } = this.#context
    const place = readSetting(db, 'backupPlace') ?? null
    const second = place === null ? null : { folder: place.folder, profile: profileName(db) }
    this.#seen = this.#changes()
    this.#options.onBegin()
    const backup = runBackup(this.#options.thread, { dataDir, at: clock().getTime(), second }, this.#options.after)
    const done = backup.result.then(
      (result) => this.#made(result),
      (error: unknown) => this.#failed(error),
    )
    this.#running = { backup, done }
    this.#tell()
    return done
  }

  #made({ backup, second }: BackupResult): void {
    const { db, log } = this.#context
    this.#running = null
    this.#failure = null
    this.#secondState = second === null ? 'waiting' : typeof second === 'string' ? second : 'failed'
    this.#secondError = typeof second === 'object' ? second : null
    if (second !== null && second !== 'done') log.warn('no backup at the second place', { second })
    const place = readSetting(db, 'backupPlace') ?? null
    if (second === 'done' && place !== null) this.#arrived(place.folder)
    this.#options.onMade()
    log.info('backup made', { ...backup })
    this.#tell()
  }

  /** Noting it is no change that would need another backup. */
  #arrived(folder: string): void {
    const quiet = this.#changes() === this.#seen
    transaction(this.#context.db, (tx) => writeSetting(tx, 'backupPlace', { folder, last: now(this.#context) }))
    if (quiet) this.#seen = this.#changes()
  }

  #failed(error: unknown): void {
    this.#running = null
    this.#failure = toWire(error)
    this.#context.log.error('no backup was made', { error: String(error), code: this.#failure.code })
    if (this.#failure.code === 'database_damaged') this.#options.onDamage(error)
    this.#tell()
  }

  #newDay(): boolean {
    const [last] = listBackups(backupsFolder(this.#context.dataDir))
    return last?.at.slice(0, 10) !== now(this.#context).slice(0, 10)
  }

  /** Rows written since this library was opened. */
  #changes(): number {
    return this.#context.db.get(z.object({ n: z.int() }), 'SELECT total_changes() AS n')?.n ?? 0
  }

  #tell(): void {
    this.#context.emit('backups.changed', this.status())
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
