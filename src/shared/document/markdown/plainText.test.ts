import { describe, expect, test } from 'vitest'

import { bodyText } from '../text.ts'
import { parseArticleFile } from './read.ts'
import { newsroom } from './testNewsroom.ts'

function read(text: string): { headline: string; lines: string[] } {
  const { fields, blocks } = parseArticleFile({ fileName: 'a.txt', bytes: new TextEncoder().encode(text) }, newsroom)
  const lines = blocks.map((block) => (block.type === 'pictureFile' ? '' : bodyText([block])))
  return { headline: fields.headline, lines }
}

describe('plain text', () => {
  test('has a paragraph on each line, without indents and empty lines', () => {
    expect(read('　　第一段，从这里开始。\r\n　　第二段。\r\n\r\n\r\n第三段 *不是* 标记 # 也不是。\n')).toEqual({
      headline: '',
      lines: ['第一段，从这里开始。', '第二段。', '第三段 *不是* 标记 # 也不是。'],
    })
  })

  test('begins with its headline when the first line is short and does not end like a sentence', () => {
    expect(read('东湖隧道恢复通车\n\n今天凌晨恢复。')).toEqual({
      headline: '东湖隧道恢复通车',
      lines: ['今天凌晨恢复。'],
    })
    expect(read('东湖隧道今天恢复通车。\n\n请慢行。').headline).toBe('')
    expect(read('只有一行').headline).toBe('')
    expect(read(`${'很长的一行'.repeat(9)}\n正文。`).headline).toBe('')
  })

  test('puts Latin text that was broken at a margin together again', () => {
    const paragraph =
      'The bamboo has to be cut in the tenth month, when the sap\nhas gone down, and it has to be split by hand, slowly,\nby one person.'
    expect(read(`${paragraph}\n\nSecond.`).lines).toEqual([paragraph.replaceAll('\n', ' '), 'Second.'])
  })

  test('may carry front matter as Markdown does', () => {
    expect(read('---\nheadline: 标题\n---\n短行\n正文。')).toEqual({ headline: '标题', lines: ['短行', '正文。'] })
  })
})
