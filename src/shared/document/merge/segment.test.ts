import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { segment } from './segment.ts'

describe('pieces of text that are merged whole', () => {
  it.each([
    ['灯亮了。', ['灯', '亮', '了', '。']],
    ["It's 3.5 km", ['It', "'", 's', ' ', '3', '.', '5', ' ', 'km']],
    ['e\u0301tude 한글 か\u3099', ['e\u0301tude', ' ', '한', '글', ' ', 'か\u3099']],
    ['👩‍🚒👍🏽🇨🇳🇫🇷1\ufe0f\u20e3', ['👩‍🚒', '👍🏽', '🇨🇳', '🇫🇷', '1\ufe0f\u20e3']],
    ['葛\u{e0100}\ud83d', ['葛\u{e0100}', '\ud83d']],
    ['\u1112\u1161\u11ab', ['\u1112\u1161\u11ab']],
  ])('%j', (text, pieces) => {
    expect(segment(text)).toEqual(pieces)
  })

  it('are all of the text, and never half a character', () => {
    const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
    const text = fc.string({
      unit: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 2 }), fc.constantFrom('é', '👩‍🚒', '字', ' ', '🇨🇳')),
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, (text) => {
        const pieces = segment(text)
        expect(pieces.join('')).toBe(text)
        const borders = new Set(Array.from(graphemes.segment(text), ({ index }) => index))
        let at = 0
        for (const piece of pieces) {
          expect(borders).toContain(at)
          at += piece.length
        }
      }),
    )
  })
})
