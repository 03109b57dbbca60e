import type { CoreHandlers } from '#shared/contract/core.ts'
import type { CoreContext } from '../context.ts'
import { transaction } from '../db/transaction.ts'
import { writeSetting } from '../settings/repository.ts'
import type { SyncEngine } from './engine.ts'
import { listOutbox } from './outbox/repository.ts'

export const syncHandlers = ({ db }: CoreContext, engine: SyncEngine): CoreHandlers['sync'] => ({
  status: () => engine.connection.status(),
  outbox: () =>
    listOutbox(db).map(({ id, action, articleId, act, state, attempts, error, request, createdAt }) => ({
      id,
      action,
      articleId,
      act,
      state,
      attempts,
      error,
      personId: request.act === 'coWriter' ? request.personId : null,
      createdAt,
    })),
  setPaused({ paused }) {
    transaction(db, (tx) => writeSetting(tx, 'paused', paused))
    engine.pauseChanged()
    return {}
  },
  async now() {
    await engine.now()
    return engine.connection.status()
  },
})
