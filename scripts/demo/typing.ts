import { randomUUID } from 'node:crypto'

import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { blockId } from '#shared/document/blocks.ts'
import { canonicalHash } from '#shared/document/canonical.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { newBlockId } from '#shared/domain/ids.ts'
import { hold } from './failure.ts'

/** Typed, and taken back again: the article has to come out as it went in. */
const sentence = '写到这里，记者停下来想了想，又把这一句删掉了。'

export interface Typed {
  steps: number
  /** Milliseconds until a step was on disk. */
  average: number
}

/**
 * Writes as the editor does: what changed, step by step, each acknowledged when it is on disk. One step is sent twice,
 * as after a lost answer. Then comes what the command line fills in.
 */
export async function typeIn(call: CoreCalls, articleId: ArticleId, supplement: readonly JournalOp[]): Promise<Typed> {
  const before = (await call.articles.open({ articleId })).content
  const save = async (ops: JournalOp[], step: string = randomUUID()): Promise<number> =>
    (await call.articles.journal({ articleId, step, ops })).version

  const last = before.blocks.at(-1)
  const after = last === undefined ? null : blockId(last)
  const id = newBlockId()
  const letters = Array.from(sentence)
  const keystrokes = letters.map((_, index): JournalOp[] => [
    { op: 'put', after, block: paragraph(letters.slice(0, index + 1).join(''), id) },
  ])
  const start = performance.now()
  for (const ops of keystrokes) await save(ops)
  const average = (performance.now() - start) / keystrokes.length

  const step = randomUUID()
  const version = await save([{ op: 'remove', id }], step)
  hold('version', await save([{ op: 'remove', id }], step), version)
  if (supplement.length > 0) await save([...supplement])

  const typed = (await call.articles.open({ articleId })).content
  hold('content', hash(typed), hash(applyJournal(before, supplement)))
  return { steps: keystrokes.length + 1, average: Math.round(average * 10) / 10 }
}

const hash = (content: ArticleContent): string => canonicalHash(content)
