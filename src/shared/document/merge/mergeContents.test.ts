import { describe, expect, it } from 'vitest'

import { BlockId, newPersonId } from '../../domain/ids.ts'
import type { Block } from '../blocks.ts'
import { blockId } from '../blocks.ts'
import { openClashes } from '../clash.ts'
import type { ArticleContent } from '../content.ts'
import { emptyContent } from '../content.ts'
import { paragraph } from '../make.ts'
import { mergeContents } from './mergeContents.ts'

const when = '2026-03-05T01:30:00.000Z'
const side = (content: ArticleContent) => ({ content, who: newPersonId(), when })
const p = (name: string, text = name) => paragraph(text, BlockId.parse(name))
const body = (...blocks: Block[]): ArticleContent => ({ ...emptyContent, blocks })
const ids = ({ blocks }: ArticleContent) => blocks.map(blockId)

describe('merging two texts', () => {
  const base = body(p('a'), p('b'), p('c'))

  it('keeps what either side did elsewhere', () => {
    const left = side(body(p('a', '改'), p('b'), p('c'), p('x')))
    const right = side(body(p('c'), p('a'), p('b')))
    const { content, clashes } = mergeContents(base, left, right)
    expect(ids(content)).toEqual(['c', 'a', 'b', 'x'])
    expect(clashes).toEqual([])
  })

  it('is the same from either side', () => {
    const left = side(body(p('a', '甲'), p('b')))
    const right = side(body(p('a', '乙'), p('x'), p('c')))
    expect(mergeContents(base, left, right)).toEqual(mergeContents(base, right, left))
  })

  it('changes nothing with an ancestor', () => {
    const left = side(body(p('c', '改'), p('x')))
    expect(mergeContents(base, left, side(base)).content).toBe(left.content)
    expect(mergeContents(base, side(base), left).content).toBe(left.content)
  })

  it('leaves places apart that one side wrote anew with a word in common', () => {
    const before = body(p('a', '塔高七层。'), p('b', '工程历时九个月。'), p('c', '屋面换了新瓦。'))
    const left = side(body(p('a', '从地面数起共有七级。'), p('b', '工程历时九个月。'), p('c', '工匠改铺陶片。')))
    const right = side(body(p('a', '测绘结果是三十一米。'), p('b', '工程历时九个月。'), p('c', '漏雨处补好。')))
    const { content } = mergeContents(before, left, right)
    expect(content.blocks.map(({ type }) => type)).toEqual(['clash', 'paragraph', 'clash'])
  })

  it('keeps both versions of a field that both changed, until somebody decides', () => {
    const titled = (headline: string) => ({ ...base, fields: { ...base.fields, headline } })
    const { content } = mergeContents(base, side(titled('甲')), side(titled('乙')))
    expect(content.fields.headline).toBe('')
    expect(openClashes(content)).toMatchObject([{ of: 'headline', versions: [{ value: '甲' }, { value: '乙' }] }])
  })

  it('keeps a version that one side rewrote while the other side solved the clash', () => {
    const clashing = mergeContents(base, side(body(p('a', '甲'), p('b'))), side(body(p('a', '乙'), p('b')))).content
    const picked = side({ ...clashing, blocks: [p('a', '甲'), p('b')] })
    const { content } = mergeContents(clashing, picked, side(clashing))
    expect(content).toEqual(picked.content)
  })
})
