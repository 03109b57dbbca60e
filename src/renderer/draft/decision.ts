import type { ClashBlock } from '#shared/document/blocks.ts'
import { solveClash, solveFieldClash } from '#shared/document/clash.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Author } from '#shared/document/merge/types.ts'
import { unfinishedAt, withUnfinished } from '#shared/document/unfinished.ts'

/** What somebody decided about a place that has several versions: one of them, all of them, or words of their own. */
export type Decision = { pick: number } | { keep: 'all' } | { write: string }

/** The steps that carry a decision out. None for one that decides nothing. */
export function decide(content: ArticleContent, clash: ClashBlock, decision: Decision): JournalOp[] {
  if (clash.of !== 'body') return decideField(clash, decision)
  if (!('write' in decision)) return solveClash(content, clash, decision)
  const lines = decision.write.split('\n').filter((line) => line.trim() !== '')
  const write = lines.map((line, index) => (index === 0 ? paragraph(line, clash.$.id) : paragraph(line)))
  return solveClash(content, clash, { write })
}

/** The step that keeps what somebody has written of another version, behind the block `after`. */
export const keepWriting = (clash: ClashBlock, author: Author, text: string, after: BlockId | null): JournalOp[] => [
  { op: 'put', after, block: withUnfinished(clash, author, text) },
]

/** The steps that take out what somebody has written of another version. Of one version that is left, it is the decision. */
export function dropWriting(
  content: ArticleContent,
  clash: ClashBlock,
  author: Author,
  after: BlockId | null,
): JournalOp[] {
  const at = unfinishedAt(clash, author.who)
  if (at < 0) return []
  if (clash.versions.length === 2) return decide(content, clash, { pick: 1 - at })
  return [{ op: 'put', after, block: withUnfinished(clash, author, null) }]
}

function decideField(clash: Exclude<ClashBlock, { of: 'body' }>, decision: Decision): JournalOp[] {
  if ('write' in decision) return solveFieldClash(clash, decision.write.replaceAll(/\s*\n\s*/g, ' ').trim())
  const version = 'pick' in decision ? clash.versions[decision.pick] : undefined
  return version === undefined ? [] : solveFieldClash(clash, version.value)
}
