import { randomUUID } from 'node:crypto'

import type { CoreCalls } from '#shared/contract/core.ts'
import type { Block } from '#shared/document/blocks.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { paragraph } from '#shared/document/make.ts'
import type { ArticleId } from '#shared/domain/ids.ts'

/** Everything that an original needs before it may be submitted, but for words. */
export const completeFields: JournalOp[] = [
  { op: 'fields', fields: { slug: '清淤', headline: '青河清淤工程完工', columnId: 'local' } },
  {
    op: 'attribution',
    attribution: { byline: { kind: 'staff' }, editor: '林夏', responsibleEditor: '周原', aiUse: 'none' },
  },
]

export const put = (block: Block, after: Block | null = null): JournalOp => ({
  op: 'put',
  after: after === null ? null : after.$.id,
  block,
})

/** A complete article of one paragraph. */
export async function write(
  call: CoreCalls,
  text = '青河河道清淤工程昨日完工。',
  ...more: JournalOp[]
): Promise<ArticleId> {
  const { articleId } = await call.articles.create({ kind: 'original' })
  await call.articles.journal({
    articleId,
    step: randomUUID(),
    ops: [...completeFields, put(paragraph(text)), ...more],
  })
  return articleId
}

export async function type(call: CoreCalls, articleId: ArticleId, text: string): Promise<void> {
  await call.articles.journal({ articleId, step: randomUUID(), ops: [put(paragraph(text))] })
}
