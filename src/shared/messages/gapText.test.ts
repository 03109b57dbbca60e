import { expect, it } from 'vitest'

import type { GapPlace } from '../domain/attributionRules.ts'
import { BlockId } from '../domain/ids.ts'
import { translator } from './format.ts'
import { gapText } from './gapText.ts'

const fields = [
  'headline',
  'column',
  'body',
  'byline',
  'editor',
  'responsibleEditor',
  'permission',
  'permissionEvidence',
  'aiUse',
  'changeReason',
  'sources',
] as const
const ofSource = ['name', 'url', 'originalTitle', 'originalText', 'originalAuthor'] as const
const ofPicture = ['alt', 'credit', 'rights', 'source'] as const

const places: GapPlace[] = [
  ...fields.map((field) => ({ at: 'field', field }) as const),
  ...ofSource.map((field) => ({ at: 'source', index: 0, field }) as const),
  ...ofPicture.map((field) => ({ at: 'picture', blockId: BlockId.parse('p1'), field }) as const),
]

it.each(['zh', 'en'] as const)('has a sentence of its own for every field that can be missing (%s)', (locale) => {
  const said = places.map((place) => gapText({ place, problem: 'missing', hard: true }, translator(locale)))
  expect(new Set(said).size).toBe(places.length)
})

it('says what is wrong where something is there', () => {
  const place = { at: 'source', index: 0, field: 'url' } as const
  const said = gapText({ place, problem: 'invalid', hard: true }, translator('en'))
  expect(said).toBe('The original URL has to be an http or https address')
})

it('names the picture or the source that it speaks of', () => {
  const place = { at: 'picture', blockId: BlockId.parse('p1'), field: 'alt' } as const
  expect(gapText({ place, problem: 'missing', hard: true }, translator('zh'), '图片 2')).toBe('图片 2：填写替代文字')
})
