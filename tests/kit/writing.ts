import type { Page } from '@playwright/test'
import { expect, test as base } from '@playwright/test'

import type { ArticleContent } from '#shared/document/content.ts'
import { emptyContent } from '#shared/document/content.ts'
import type { Block } from '#shared/document/blocks.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Opening } from '../browser/pages/writing/harness.ts'
import { servePage } from './pages.ts'

/** The writing pane in a page, with nothing around it, and what tests do with it. */
export class WritingPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The body: where one types. */
  get body() {
    return this.page.locator('[data-lexical-editor]')
  }

  async open(blocks: readonly (Block | string)[] = [], options: Partial<Opening> = {}): Promise<void> {
    const stored = blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block))
    const content: ArticleContent = { ...emptyContent, ...options.content, blocks: stored }
    await this.page.evaluate((opening) => window.harness.open(opening), { ...options, content })
    await expect(this.body).toBeVisible()
    await this.body.evaluate((element) => '__lexicalEditor' in element)
  }

  select(from: [number, number], to?: [number, number]): Promise<void> {
    return this.page.evaluate(([a, b]) => window.harness.select(a, b), [from, to] as const)
  }

  /** What would be stored, after making sure that it is what is shown and what the reported steps lead to. */
  async blocks(): Promise<Block[]> {
    expect(await this.page.evaluate(() => window.harness.complaint())).toBeNull()
    return this.page.evaluate(() => window.harness.content().blocks)
  }

  /** Each block as its kind and its words: `p:…`, `h2:…`, `quote:…`, `ul[…|…]`. Bold is *so*, italic _so_, links (so). */
  async outline(): Promise<string[]> {
    return (await this.blocks()).map(outline)
  }

  /** Pastes as a browser does it: the event comes from the system's clipboard. */
  async paste(forms: Record<string, string>, files: { name: string; type: string; bytes: number[] }[] = []) {
    await this.body.evaluate(
      (element, given) => {
        const data = new DataTransfer()
        for (const [type, text] of Object.entries(given.forms)) data.setData(type, text)
        for (const { name, type, bytes } of given.files) {
          data.items.add(new File([new Uint8Array(bytes)], name, { type }))
        }
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        element.dispatchEvent(event)
      },
      { forms, files },
    )
  }

  flush(): Promise<void> {
    return this.page.evaluate(() => window.harness.flush())
  }
}

function outline(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `p:${words(block)}`
    case 'heading':
      return `${String('tag' in block && block.tag)}:${words(block)}`
    case 'quote':
      return `quote:${words(block)}`
    case 'list':
      return listOutline(block as ListLike)
    case 'picture':
      return `picture:${String('caption' in block && block.caption)}`
    default:
      return `unknown:${block.type}`
  }
}

interface ListLike {
  tag: string
  children: { children: InlineLike[] }[]
}
type InlineLike = Record<string, unknown> & { type: string }

const listOutline = ({ tag, children }: ListLike): string =>
  `${tag}[${children
    .map((item) =>
      item.children
        .map((child) => (child.type === 'list' ? listOutline(child as unknown as ListLike) : inline(child)))
        .join(''),
    )
    .join('|')}]`

const words = (block: Block): string =>
  'children' in block ? (block.children as InlineLike[]).map(inline).join('') : ''

function inline(node: InlineLike): string {
  if (node.type === 'linebreak') return '⏎'
  if (node.type === 'link') return `(${(node['children'] as InlineLike[]).map(inline).join('')})`
  if (node.type !== 'text') return `<${node.type}>`
  const text = String(node['text'])
  const format = Number(node['format'])
  const marks = [format & 1 ? '*' : '', format & 2 ? '_' : '', format & 32 ? ',' : '', format & 64 ? '^' : '']
  return [...marks, text, ...marks.toReversed()].join('')
}

/** Playwright's `test` with the page built once for each worker. Fails when the page logs an error. */
export const test = base.extend<{ writing: WritingPage }, { writingUrl: string }>({
  writingUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern: none
    async ({}, provide) => {
      const server = await servePage('tests/browser/pages/writing')
      await provide(server.url)
      await server.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  writing: async ({ page, writingUrl }, provide) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error.stack)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
    })
    await page.goto(writingUrl)
    await provide(new WritingPage(page))
    expect(errors).toEqual([])
  },
})

export { expect }
