import type { OutboxItem } from '#shared/contract/sync.ts'

export type PersonAct = OutboxItem & { act: 'coWriter' | 'submit' | 'verdict' | 'publish' }

/**
 * Acts of people that are not done, the oldest first. Pictures and revisions travel before the act that needs them:
 * one that was refused is shown as the refusal of its article's act.
 */
export function personActs(items: readonly OutboxItem[]): PersonAct[] {
  const open = items.filter(({ state }) => state !== 'confirmed')
  return open.filter(isAct).map((item) => {
    const before = open.find(
      ({ articleId, id, state }) => articleId === item.articleId && id < item.id && state === 'rejected',
    )
    return before === undefined ? item : { ...item, state: 'rejected', error: before.error }
  })
}

const isAct = (item: OutboxItem): item is PersonAct =>
  item.act === 'coWriter' || item.act === 'submit' || item.act === 'verdict' || item.act === 'publish'
