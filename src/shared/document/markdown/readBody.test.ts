import { describe, expect, test } from 'vitest'

import type { KnownBlock, ListBlock } from '../blocks.ts'
import type { InlineNode } from '../inline.ts'
import { isLineBreak, isLink, isText } from '../inline.ts'
import { isList } from '../text.ts'
import { parseArticleFile } from './read.ts'
import { newsroom } from './testNewsroom.ts'
import type { PicturePlace } from './types.ts'

const png = new Uint8Array([1])

/** The body of a Markdown file, written short: 粗 as `*粗*`, 斜 as `/斜/`, a link as `[words](url)`, a line break as `↵`. */
function body(markdown: string, head = ''): string[] {
  const bytes = new TextEncoder().encode(`${head}${markdown}`)
  const attachments = [{ name: 'a.png', bytes: png }]
  return parseArticleFile({ fileName: 'a.md', bytes, attachments }, newsroom).blocks.map(short)
}

function short(block: KnownBlock | PicturePlace): string {
  switch (block.type) {
    case 'pictureFile':
      return `picture ${block.name} “${block.alt}” “${block.caption}”`
    case 'picture':
      return 'picture'
    case 'heading':
      return `${block.tag} ${inline(block.children)}`
    case 'list':
      return shortList(block)
    case 'quote':
      return `> ${inline(block.children)}`
    case 'paragraph':
      return inline(block.children)
  }
}

const shortList = ({ tag, start, children }: ListBlock): string => {
  const items = children.map((item) =>
    item.children.map((child) => (isList(child) ? shortList(child) : inline([child]))).join(''),
  )
  return `${tag}${tag === 'ol' ? start : ''}(${items.join(' | ')})`
}

const inline = (nodes: readonly InlineNode[]): string =>
  nodes
    .map((node) => {
      if (isLineBreak(node)) return '↵'
      if (isLink(node)) return `[${inline(node.children)}](${node.url})`
      if (!isText(node)) return '?'
      const bold = (node.format & 1) !== 0 ? '*' : ''
      const italic = (node.format & 2) !== 0 ? '/' : ''
      return `${bold}${italic}${node.text}${italic}${bold}`
    })
    .join('')

describe('a Markdown body', () => {
  test('has paragraphs, two levels of subheads, quotes and lists', () => {
    expect(body('甲\n\n## 乙\n\n### 丙\n\n#### 丁\n\n> 戊\n>\n> 己\n\n- 一\n- 二')).toEqual([
      '甲',
      'h2 乙',
      'h3 丙',
      'h3 丁',
      '> 戊',
      '> 己',
      'ul(一 | 二)',
    ])
  })

  test('keeps deeper lists in items of their own, as the editor does', () => {
    expect(body('- 甲\n  1. 乙\n  2. 丙\n\n     还是丙\n- 丁\n\n7. 戊')).toEqual([
      'ul(甲 | ol1(乙 | 丙↵还是丙) | 丁)',
      'ol7(戊)',
    ])
  })

  test('marks words, also where Chinese leaves no space around the marks', () => {
    expect(body('记者**“现场”**报道，*斜体*与***粗斜***。**注意：**请绕行')).toEqual([
      '记者*“现场”*报道，/斜体/与*/粗斜/*。*注意：*请绕行',
    ])
    expect(body('2 * 3 * 4，a*“b”*c，snake_case_name')).toEqual(['2 * 3 * 4，a*“b”*c，snake_case_name'])
  })

  test('follows only links that readers may follow, and keeps the words of the others', () => {
    expect(body('[甲](https://a.example/) [乙](javascript:alert(1)) [丙](other.html) <https://b.example/>')).toEqual([
      '[甲](https://a.example/) 乙 丙 [https://b.example/](https://b.example/)',
    ])
    expect(body('[甲][a] [乙][b]\n\n[a]: https://a.example/\n[b]: javascript:alert(1)')).toEqual([
      '[甲](https://a.example/) [乙][b]',
      '[b]: javascript:alert(1)',
    ])
  })

  test('joins the lines of a paragraph: with nothing between Chinese, with a space between words', () => {
    expect(body('第一行\n第二行，\n“第三行”\nfourth\nfifth\\\n换行')).toEqual([
      '第一行第二行，“第三行” fourth fifth↵换行',
    ])
  })

  test('takes typed indents off, and lets a line with one begin a paragraph', () => {
    expect(body('　　第一段\n　　第二段\n\n    四个空格')).toEqual(['第一段', '第二段', '四个空格'])
  })

  test('keeps what has no counterpart as it was typed', () => {
    expect(body('<b>粗</b> & `代码`\n\n<div>\n块\n</div>\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |')).toEqual([
      '<b>粗</b> & `代码`',
      '<div>↵块↵</div>',
      '| 甲 | 乙 |↵|---|---|↵| 1 | 2 |',
    ])
    expect(body('甲[^1]\n\n[^1]: 注释\n\n```js\nx = 1\n\ny = 2\n```\n\n***')).toEqual([
      '甲[^1]',
      '[^1]: 注释',
      '```js↵x = 1',
      'y = 2↵```',
      '***',
    ])
  })

  test('puts pictures between the words that they stood among', () => {
    expect(body('前 ![图](a.png "说明") 后\n\n![](./a.png)\n![二](a.png)\n\n> 引 ![三](a.png)')).toEqual([
      '前',
      'picture a.png “图” “说明”',
      '后',
      'picture a.png “” “”',
      'picture a.png “二” “”',
      '> 引',
      'picture a.png “三” “”',
    ])
  })

  test('has its headline on top when the front matter has none', () => {
    const parse = (text: string) =>
      parseArticleFile({ fileName: 'a.md', bytes: new TextEncoder().encode(text) }, newsroom)
    expect(parse('# **标**题\n\n正文')).toMatchObject({ fields: { headline: '标题' }, blocks: [{ type: 'paragraph' }] })
    expect(parse('---\nheadline: 别的\n---\n# 小标题\n\n正文')).toMatchObject({
      fields: { headline: '别的' },
      blocks: [{ type: 'heading', tag: 'h2' }, { type: 'paragraph' }],
    })
  })
})
