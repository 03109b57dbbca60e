import { describe, expect, it } from 'vitest'

import { BlockId, newArticleId } from '../domain/ids.ts'
import { canonicalHash } from './canonical.ts'
import { emptyContent } from './content.ts'
import { paragraph } from './make.ts'
import type { Revision } from './revision.ts'
import { revisionId } from './revision.ts'
import { readContent } from './upgrade.ts'

const base: Revision = {
  articleId: newArticleId(),
  parents: [],
  content: { ...emptyContent, blocks: [paragraph('河水退了。', BlockId.parse('p1'))] },
}
const withFields = (fields: Partial<Revision['content']['fields']>): Revision => ({
  ...base,
  content: { ...base.content, fields: { ...base.content.fields, ...fields } },
})

describe('a revision id', () => {
  it('stays the same for the same article, in whatever order its keys were written', () => {
    const { blocks, fields, schemaVersion } = base.content
    expect(revisionId({ parents: [], content: { blocks, fields, schemaVersion }, articleId: base.articleId })).toBe(
      revisionId(base),
    )
  })

  it.each([
    ['one character', { ...base, content: { ...base.content, blocks: [paragraph('河水退了', BlockId.parse('p1'))] } }],
    ['a title line', withFields({ headline: '题' })],
    ['the attribution', withFields({ attribution: { ...base.content.fields.attribution, editor: '林知夏' } })],
    ['the parents', { ...base, parents: [revisionId(base)] }],
    ['the article', { ...base, articleId: newArticleId() }],
  ])('changes with %s', (_what, changed) => {
    expect(revisionId(changed)).not.toBe(revisionId(base))
  })

  it('does not change with what Lexical keeps for the caret only', () => {
    const noisy = {
      ...base.content,
      blocks: base.content.blocks.map((block) => ({
        ...block,
        textFormat: 1,
        direction: 'ltr',
        textStyle: 'color:red',
      })),
    }
    expect(revisionId({ ...base, content: readContent(noisy) })).toBe(revisionId(base))
  })
})

it('hashes the canonical form of RFC 8785', () => {
  expect(canonicalHash({ b: 1, a: '\u20ac' })).toBe(canonicalHash({ a: '€', b: 1.0 }))
})

describe('reading a stored article', () => {
  it('keeps what it does not know', () => {
    const table = { type: 'table', version: 3, $: { id: 't1' }, rows: [['甲', '乙']] }
    const sup = { type: 'footnote', note: '注' }
    const stored = { ...base.content, blocks: [table, { ...paragraph('x', BlockId.parse('p2')), children: [sup] }] }
    expect(readContent(stored).blocks).toMatchObject([table, { children: [sup] }])
  })

  it.each([
    ['a newer version', { ...base.content, schemaVersion: 99 }, 'document_newer'],
    ['no version', { fields: {}, blocks: [] }, 'document_invalid'],
    [
      'two blocks of one id',
      { ...base.content, blocks: [...base.content.blocks, ...base.content.blocks] },
      'document_invalid',
    ],
    [
      'a paragraph without children',
      { ...base.content, blocks: [{ type: 'paragraph', $: { id: 'x' } }] },
      'document_invalid',
    ],
    ['something else', 'text', 'document_invalid'],
  ])('refuses %s', (_what, stored, code) => {
    expect(() => readContent(stored)).toThrow(code)
  })
})
