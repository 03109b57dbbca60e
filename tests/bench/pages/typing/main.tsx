import { buildEditorFromExtensions } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { RichTextExtension } from '@lexical/rich-text'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { LexicalEditor } from 'lexical'
import { $createParagraphNode, $createTextNode, $getRoot, $isElementNode, defineExtension } from 'lexical'
import { createRoot } from 'react-dom/client'

import type { CoreContract } from '#shared/contract/core.ts'
import type { HostContract } from '#shared/contract/host.ts'
import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import type { RpcClient } from '#shared/rpc/client.ts'
import { DraftProvider } from '#renderer/draft/context.tsx'
import { DraftSession } from '#renderer/draft/DraftSession.ts'
import desk from '#renderer/editor/Editor.module.css'
import page from '#renderer/editor/Page.module.css'
import { WritingPane } from '#renderer/features/writing/WritingPane.tsx'
import { LanguageProvider } from '#renderer/i18n/context.tsx'
import { BaseProvider } from '#renderer/platform/context.tsx'
import '#renderer/styles/global.css'
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx'
import type { TypingPage, Variant } from './contract.ts'

const root = document.getElementById('root') as HTMLElement
/** From the key going down to the frame that shows it, in milliseconds. */
let times: number[] = []

const show: Record<Variant, (lines: string[]) => void> = {
  contenteditable(lines) {
    const text = sheet()
    text.contentEditable = 'true'
    for (const line of lines) {
      const element = document.createElement('p')
      element.textContent = line
      text.append(element)
    }
    caretIn(text, Math.floor(lines.length / 2))
  },

  lexical(lines) {
    const text = sheet()
    text.contentEditable = 'true'
    const editor = buildEditorFromExtensions(
      defineExtension({
        name: 'bench/bare',
        dependencies: [RichTextExtension, HistoryExtension],
        $initialEditorState: () => {
          const paragraphs = lines.map((line) => $createParagraphNode().append($createTextNode(line)))
          $getRoot().append(...paragraphs)
        },
      }),
    )
    editor.setRootElement(text)
    selectIn(editor, lines.length)
  },

  galley(lines) {
    const content = { ...emptyContent, blocks: lines.map((line) => paragraph(line)) }
    const savedAt = new Date().toISOString()
    const article = { articleId: newArticleId(), content, version: 0, savedAt, editable: true }
    const base = baseOfBench(savedAt)
    const session = new DraftSession({ article, core: base.core.call })
    createRoot(root).render(
      <QueryClientProvider client={new QueryClient()}>
        <LanguageProvider locale="zh">
          <BaseProvider base={base}>
            <TooltipProvider>
              <DraftProvider session={session}>
                <WritingPane />
              </DraftProvider>
            </TooltipProvider>
          </BaseProvider>
        </LanguageProvider>
      </QueryClientProvider>,
    )
  },
}

/** Core answers after a moment, as over a port; the time that it takes is its own bench. */
function baseOfBench(savedAt: string) {
  const core = {
    articles: { journal: () => later({ version: 1, savedAt }) },
    settings: { preferences: () => Promise.resolve({ firstLineIndent: true }) },
  }
  const client = { on: () => () => undefined, close: () => undefined }
  const none = () => Promise.reject(new Error('not here'))
  return {
    platform: { kind: 'web', connectCore: none, connectHost: none, mediaUrl: () => '' },
    core: { ...client, call: core } as unknown as RpcClient<CoreContract>,
    host: { ...client, call: {} } as unknown as RpcClient<HostContract>,
    connected: true,
  } as const
}

const later = <T,>(value: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), 2)
  })

/** The same column, set by the same style sheet, for every variant. */
function sheet(): HTMLElement {
  const scroller = element(desk.desk)
  const paper = element(desk.sheet)
  const text = element(page.page)
  text.dataset['indent'] = 'true'
  const editor = element(desk.editor)
  paper.append(text)
  scroller.append(paper)
  editor.append(scroller)
  root.append(editor)
  return text
}

function element(className: string | undefined): HTMLElement {
  const made = document.createElement('div')
  made.className = className ?? ''
  return made
}

function caretIn(text: HTMLElement, index: number): void {
  text.focus()
  const words = text.children[index]?.firstChild
  if (words) document.getSelection()?.collapse(words, 50)
  text.children[index]?.scrollIntoView({ block: 'center' })
}

function selectIn(editor: LexicalEditor, count: number): void {
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(Math.floor(count / 2))
      const words = $isElementNode(block) ? block.getFirstDescendant() : null
      if (words !== null && 'select' in words) (words as ReturnType<typeof $createTextNode>).select(50, 50)
    },
    { discrete: true },
  )
  const element = editor.getRootElement()
  element?.focus()
  element?.children[Math.floor(count / 2)]?.scrollIntoView({ block: 'center' })
}

const harness: TypingPage = {
  async open(variant, count) {
    const line = '清晨河面起了薄雾，对岸的树影还看不清楚。'
    show[variant](Array.from({ length: count }, () => line.repeat(5)))
    if (variant === 'galley') {
      while (document.querySelectorAll('[data-lexical-editor] > p').length < count) await nextFrame()
      const text = document.querySelector('[data-lexical-editor]') as unknown as { __lexicalEditor: LexicalEditor }
      selectIn(text.__lexicalEditor, count)
    }
    await nextFrame()
    await nextFrame()
    window.addEventListener('keydown', measure, { capture: true })
  },
  take() {
    const taken = times
    times = []
    return taken
  },
}

/** A message posted from an animation frame arrives when that frame has been painted. */
function measure({ timeStamp }: KeyboardEvent): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => times.push(performance.now() - timeStamp))
    port1.start()
    port2.postMessage(null)
  })
}

const nextFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })

window.typing = harness
