import { emptyContent } from '#shared/document/content.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { BlockId, newArticleId } from '#shared/domain/ids.ts'
import { DraftSession } from './DraftSession.ts'
import { TestCore } from './testCore.ts'
import { TestTimers } from './testTimers.ts'

export const a = BlockId.parse('a')
export const b = BlockId.parse('b')
export const openedAt = '2026-05-01T07:00:00.000Z'

/** An opened article of two paragraphs, with a core and timers that the test drives. */
export function open(content: ArticleContent = { ...emptyContent, blocks: [paragraph('甲', a), paragraph('乙', b)] }) {
  const core = new TestCore(content)
  const timers = new TestTimers()
  const article = { articleId: newArticleId(), content, version: 7, savedAt: openedAt, editable: true }
  const behind: DraftSession[] = []
  const session: DraftSession = new DraftSession({ article, core, timers, onBehind: () => behind.push(session) })
  const type = (text: string, id = a) =>
    session.applyBlocks([{ op: 'put', after: id === a ? null : a, block: paragraph(text, id) }])
  const saveKind = () => session.getSnapshot().save.kind
  /** What the desk does when core holds another text. */
  const look = () => session.take({ ...article, ...core.opened() })
  return { core, timers, session, type, saveKind, behind, look }
}
