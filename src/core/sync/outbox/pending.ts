import type { PendingAct } from '#shared/contract/rows.ts'
import type { OutboxRow } from './repository.ts'

/** The act in front of an article's queue as people see it: the files and the revision that it needs belong to it. */
export function pendingAct(rows: readonly OutboxRow[]): PendingAct | null {
  const [first] = rows
  if (first === undefined) return null
  const action = rows.filter((row) => row.action === first.action)
  const act = action.map((row) => row.act).find((name) => name !== 'media' && name !== 'revision')
  if (act === undefined) return null
  const telling = action.find(({ state }) => state === 'rejected') ?? first
  const { state, error } = telling
  return state === 'confirmed' ? null : { act, state, error }
}
