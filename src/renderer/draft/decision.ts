import type { ClashBlock } from '#shared/document/blocks.ts'
import { solveClash, solveFieldClash } from '#shared/document/clash.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'

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

function decideField(clash: Exclude<ClashBlock, { of: 'body' }>, decision: Decision): JournalOp[] {
  if ('write' in decision) return solveFieldClash(clash, decision.write.replaceAll(/\s*\n\s*/g, ' ').trim())
  const version = 'pick' in decision ? clash.versions[decision.pick] : undefined
  return version === undefined ? [] : solveFieldClash(clash, version.value)
}
