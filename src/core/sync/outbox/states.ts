import type { OutboxItem } from '#shared/contract/sync.ts'

export type OutboxState = OutboxItem['state']

/**
 * pending: never left this desktop, or was turned away before it had any effect. sending: on its way. unknown: it may
 * have arrived, nobody knows; looked up before it is sent again. confirmed and rejected: the desk has answered, for good.
 */
const next: Record<OutboxState, readonly OutboxState[]> = {
  pending: ['sending'],
  sending: ['confirmed', 'rejected', 'unknown', 'pending'],
  unknown: ['sending', 'confirmed', 'rejected'],
  confirmed: [],
  rejected: [],
}

/** The state to write. A move that is not in the table is a defect, and nothing of it reaches the disk. */
export function transition(from: OutboxState, to: OutboxState): OutboxState {
  if (!next[from].includes(to)) throw new Error(`an outbox row cannot go from ${from} to ${to}`)
  return to
}

/** Not over yet: the desk has not given its answer. */
export const isOpen = (state: OutboxState): boolean => next[state].length > 0
