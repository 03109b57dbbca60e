import type { CoreHandlers } from '#shared/contract/core.ts'
import type { RecoveryReport } from '#shared/contract/recovery.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { readSetting, writeSetting } from '../settings/repository.ts'
import { catchUp, isDamageNoted, noteDamage } from './openLibrary.ts'
import { rememberOwner } from './owner.ts'
import { readReports } from './reports.ts'

/** What happened to this library, and what is to be done about it. */
export class Recovery {
  readonly #context: CoreContext
  readonly #restart: () => void
  #unread: string | null

  /** `restart` closes this core and has another one started, which repairs the library first. */
  constructor(context: CoreContext, report: RecoveryReport | null, restart: () => void) {
    this.#context = context
    this.#restart = restart
    if (report !== null) transaction(context.db, (tx) => writeSetting(tx, 'unreadReport', report.id))
    this.#unread = readSetting(context.db, 'unreadReport') ?? null
    this.#rememberOwner()
  }

  get isDamaged(): boolean {
    return isDamageNoted(this.#context.dataDir)
  }

  readonly handlers: CoreHandlers['recovery'] = {
    status: () => {
      const reports = readReports(this.#context.dataDir)
      const unread = reports.some(({ id }) => id === this.#unread) ? this.#unread : null
      return { reports, unread, damaged: this.isDamaged, disk: null }
    },
    read: ({ id }) => {
      if (this.#unread === id) this.#setUnread(null)
      return {}
    },
    // A library that is open for writing has nothing to look for.
    retry: () => ({}),
    repair: () => {
      // After the answer: whoever asked shall hear that it was heard.
      if (this.isDamaged) setImmediate(this.#restart)
      return {}
    },
  }

  /** SQLite met something in the file that cannot be: the next start repairs it, and people are told. */
  readonly damageFound = (error: unknown): void => {
    const { dataDir, log, emit } = this.#context
    if (isDamageNoted(dataDir)) return
    log.error('the library is damaged', { error: String(error) })
    try {
      noteDamage(dataDir, { error: String(error) })
    } catch (failure) {
      log.error('that could not be noted', { error: String(failure) })
    }
    emit('recovery.changed', {})
  }

  /** There is a person now: words of a library that had been lost with its owner's name find their author again. */
  enrolled(): void {
    const { db, dataDir, clock, log, emit } = this.#context
    this.#rememberOwner()
    const report = catchUp(db, dataDir, clock(), log)
    if (report === null) return
    this.#setUnread(report.id)
    emit('recovery.changed', {})
  }

  #rememberOwner(): void {
    const { dataDir, db, log } = this.#context
    try {
      rememberOwner(dataDir, db)
    } catch (error) {
      log.warn('the owner of the words was not noted', { error: String(error) })
    }
  }

  #setUnread(id: string | null): void {
    transaction(this.#context.db, (tx) => writeSetting(tx, 'unreadReport', id))
    this.#unread = id
  }
}
