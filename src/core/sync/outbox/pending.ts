import { PendingAct } from '#shared/contract/rows.ts'
import type { OutboxRow } from './repository.ts'

/**
 * The first act on the article's way that waits, as people see it: the files and revisions that it needs belong to it.
 * Letting a colleague in is none: writing goes on meanwhile.
 */
export function pendingAct(rows: readonly OutboxRow[]): PendingAct | null {
  const deciding = rows.find(({ act }) => act === 'submit' || act === 'verdict' || act === 'publish')
  if (deciding === undefined) return null
  const act = PendingAct.shape.act.parse(deciding.act)
  const action = rows.filter((row) => row.action === deciding.action)
  const telling = action.find(({ state }) => state === 'rejected') ?? action[0] ?? deciding
  const { state, error } = telling
  return state === 'confirmed' ? null : { act, state, error }
}
