import type { OutboxItem } from '#shared/contract/sync.ts'

export type PersonAct = OutboxItem & { act: 'coWriter' | 'submit' | 'verdict' | 'publish' }

/**
 * Acts of people that are not done, the oldest first. Pictures and revisions travel before the act that needs them:
 * one that was refused is shown as the refusal of its act, and of what was to follow that on the article's way. What
 * was refused about co-writers holds up nothing else.
 */
export function personActs(items: readonly OutboxItem[]): PersonAct[] {
  const open = items.filter(({ state }) => state !== 'confirmed')
  return open.filter(isAct).map((item) => {
    const refused = open.find((other) => other.state === 'rejected' && holdsUp(other, item, open))
    return refused === undefined ? item : { ...item, state: 'rejected', error: refused.error }
  })
}

function holdsUp(refused: OutboxItem, item: PersonAct, open: readonly OutboxItem[]): boolean {
  if (refused.action === item.action) return true
  const isBeside = ({ action }: OutboxItem) => open.some((other) => other.action === action && other.act === 'coWriter')
  const before = refused.articleId === item.articleId && refused.id < item.id
  return before && !isBeside(refused) && !isBeside(item)
}

const isAct = (item: OutboxItem): item is PersonAct =>
  item.act === 'coWriter' || item.act === 'submit' || item.act === 'verdict' || item.act === 'publish'
