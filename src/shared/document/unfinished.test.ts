import { describe, expect, it } from 'vitest'

import { BlockId, newPersonId } from '../domain/ids.ts'
import type { BodyClash, ClashBlock } from './blocks.ts'
import { Block } from './blocks.ts'
import { fieldClashId } from './clash.ts'
import { emptyContent } from './content.ts'
import { paragraph } from './make.ts'
import { mergeContents } from './merge/mergeContents.ts'
import { unfinishedAt, unfinishedText, withUnfinished } from './unfinished.ts'

const [me, colleague] = [newPersonId(), newPersonId()]
const when = '2026-03-05T01:30:00.000Z'
const b = BlockId.parse('b')
const clash: BodyClash = {
  type: 'clash',
  version: 1,
  $: { id: b },
  of: 'body',
  versions: ['桥头有灯。', '桥尾有灯。'].map((text) => ({ who: me, when, blocks: [paragraph(text, b)] })),
}
const headline: ClashBlock = {
  type: 'clash',
  version: 1,
  $: { id: fieldClashId('headline') },
  of: 'headline',
  versions: [
    { who: me, when, value: '大桥通车' },
    { who: colleague, when, value: '新桥开放' },
  ],
}
const side = (block: Block, who = me) => ({ content: { ...emptyContent, blocks: [block] }, who, when })

describe('a version that somebody is still writing', () => {
  it.each(['两头都有', '', '\n第一行空着\n\n第四行\n'])('is kept as it was typed: %j', (text) => {
    for (const open of [clash, headline]) {
      const kept = withUnfinished(open, { who: me, when }, text)
      expect(Block.parse(kept)).toEqual(kept)
      expect(unfinishedText(kept, me)).toBe(text)
      expect(kept.versions).toHaveLength(3)
    }
  })

  it('is one version however often it is kept, and goes when it is dropped', () => {
    const half = withUnfinished(clash, { who: me, when }, '两头')
    const more = withUnfinished(half, { who: me, when }, '两头都有灯')
    expect(more.versions).toHaveLength(3)
    expect(withUnfinished(more, { who: me, when }, null)).toEqual(clash)
  })

  it("is nobody else's to go on with", () => {
    const half = withUnfinished(clash, { who: me, when }, '两头')
    expect(unfinishedText(half, colleague)).toBeNull()
    expect(unfinishedAt(half, colleague)).toBe(-1)
  })

  it('stays unfinished through a merge in which a colleague writes one too', () => {
    for (const open of [clash, headline]) {
      const merged = mergeContents(
        { ...emptyContent, blocks: [open] },
        side(withUnfinished(open, { who: me, when }, '两头')),
        side(withUnfinished(open, { who: colleague, when }, '都没有'), colleague),
      )
      const [place] = merged.content.blocks as [ClashBlock]
      expect(place.versions).toHaveLength(4)
      expect(unfinishedText(place, me)).toBe('两头')
      expect(unfinishedText(place, colleague)).toBe('都没有')
    }
  })

  it('stays beside what a colleague decided meanwhile', () => {
    const merged = mergeContents(
      { ...emptyContent, blocks: [clash] },
      side(withUnfinished(clash, { who: me, when }, '两头')),
      side(paragraph('桥头有灯。', b), colleague),
    )
    const [place] = merged.content.blocks as [ClashBlock]
    expect(place.versions).toHaveLength(2)
    expect(unfinishedText(place, me)).toBe('两头')
  })
})
