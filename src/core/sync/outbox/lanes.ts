import type { OutboxRow } from './repository.ts'

/*
 * An act about co-writers goes beside the article's way to review and to readers: whether a colleague may write in it
 * says nothing about the words that are handed in. So a refusal of one holds up itself and nothing else, and a refused
 * submission does not keep the desk from hearing who writes along. Rows still go one after the other, as they were
 * written down.
 */

type Row = Pick<OutboxRow, 'action' | 'act' | 'state'>

/** The row that goes next, or null. `open`: what of one article is not confirmed, in order. */
export function nextOf<R extends Row>(open: readonly R[]): R | null {
  const refused = refusedActions(open)
  const beside = actionsBeside(open)
  const wayIsBlocked = [...refused].some((action) => !beside.has(action))
  return open.find(({ action }) => !refused.has(action) && (beside.has(action) || !wayIsBlocked)) ?? null
}

/** Without what was refused beside the way: what is still to go, or has to be taken back before anything else can. */
export function withoutRefusedBeside<R extends Row>(open: readonly R[]): R[] {
  const refused = refusedActions(open)
  const beside = actionsBeside(open)
  return open.filter(({ action }) => !(refused.has(action) && beside.has(action)))
}

/** On the way to review and to readers. */
export function onTheWay<R extends Row>(open: readonly R[]): R[] {
  const beside = actionsBeside(open)
  return open.filter(({ action }) => !beside.has(action))
}

const actionsBeside = (open: readonly Row[]): Set<string> =>
  new Set(open.filter(({ act }) => act === 'coWriter').map(({ action }) => action))

const refusedActions = (open: readonly Row[]): Set<string> =>
  new Set(open.filter(({ state }) => state === 'rejected').map(({ action }) => action))
