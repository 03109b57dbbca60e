import type { SyncStatus } from '#shared/contract/sync.ts'
import { GalleyError, toWire } from '#shared/rpc/errors.ts'
import type { CoreContext } from '../context.ts'
import { now } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { readSetting, writeSetting } from '../settings/repository.ts'
import { tallyOutbox } from './outbox/repository.ts'

type State = SyncStatus['connection']

/** What people see of the link to the desk. Tells the windows when it changes, once for each change. */
export class Connection {
  readonly #context: CoreContext
  readonly #unsent: () => number
  #state: State = 'connecting'
  #lastContact: SyncStatus['lastContact']
  #lastError: SyncStatus['lastError'] = null
  #told = ''

  /** `unsent`: how many articles have words from here that the desk does not have. */
  constructor(context: CoreContext, unsent: () => number) {
    this.#context = context
    this.#unsent = unsent
    this.#lastContact = readSetting(context.db, 'lastContact') ?? null
  }

  status(): SyncStatus {
    return {
      connection: this.#state,
      ...tallyOutbox(this.#context.db),
      unsent: this.#unsent(),
      lastContact: this.#lastContact,
      lastError: this.#lastError,
    }
  }

  get isOnline(): boolean {
    return this.#state === 'online'
  }

  /** A round begins. Repetitions in the background stay quiet, so that the status bar does not flicker while offline. */
  trying(asked: boolean): void {
    const state = this.#state
    if (state === 'paused' || state === 'signedOut' || (asked && (state === 'offline' || state === 'resting')))
      this.set('connecting')
  }

  /** The desk answered. */
  reached(): void {
    this.#lastContact = now(this.#context)
    this.#lastError = null
    this.set('online')
  }

  failed(error: unknown, state: State): void {
    this.#lastError = toWire(error)
    if (!(error instanceof GalleyError)) this.#context.log.error('sync failed', { error: String(error) })
    this.set(state)
  }

  set(state: State): void {
    const leaving = this.#state === 'online' && state !== 'online'
    this.#state = state
    if (leaving) this.remember()
    this.tell()
  }

  /** Says what is different since it was last said; the time of contact alone is no news. */
  tell(): void {
    const status = this.status()
    const said = JSON.stringify({ ...status, lastContact: null })
    if (said === this.#told) return
    this.#told = said
    this.#context.emit('sync.changed', status)
  }

  /** Keeps the time of the last contact over a restart. It is a courtesy: a full disk must not end the talk over it. */
  remember(): void {
    const { db, log } = this.#context
    const at = this.#lastContact
    if (at === null) return
    try {
      transaction(db, (tx) => writeSetting(tx, 'lastContact', at))
    } catch (error) {
      log.warn('the time of the last contact was not kept', { error: String(error) })
    }
  }
}
