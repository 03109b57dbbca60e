import { randomUUID } from 'node:crypto'

import type { CoreCalls } from '#shared/contract/core.ts'
import type { ParagraphBlock } from '#shared/document/blocks.ts'
import { paragraph } from '#shared/document/make.ts'
import type { ArticleId, BlockId } from '#shared/domain/ids.ts'

/** Characters of a paragraph, as in the editor's benchmark. */
const paragraphLength = 100

const phrase = '河堤步道沿线的旧船坞今年起分批改造成阅览室和工坊，'

/** A paragraph that differs from the others by its number. */
export function numbered(n: number, id?: BlockId): ParagraphBlock {
  return paragraph(`${n}${phrase.repeat(paragraphLength)}`.slice(0, paragraphLength), id)
}

export const paragraphs = (characters: number): ParagraphBlock[] =>
  Array.from({ length: characters / paragraphLength }, (_, n) => numbered(n))

export interface Written {
  articleId: ArticleId
  blocks: ParagraphBlock[]
}

/** An article of that many characters in paragraphs of 100. */
export async function write(call: CoreCalls, characters: number): Promise<Written> {
  const { articleId } = await call.articles.create({ kind: 'original' })
  const blocks = paragraphs(characters)
  await call.articles.journal({
    articleId,
    step: randomUUID(),
    ops: blocks.map((block, at) => ({ op: 'put', after: blocks[at - 1]?.$.id ?? null, block })),
  })
  return { articleId, blocks }
}
