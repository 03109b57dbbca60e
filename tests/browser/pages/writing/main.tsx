import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import canonicalize from 'canonicalize'
import type { LexicalEditor } from 'lexical'
import { CONTROLLED_TEXT_INSERTION_COMMAND } from 'lexical'
import { createRoot } from 'react-dom/client'

import type { CoreContract } from '#shared/contract/core.ts'
import type { HostContract } from '#shared/contract/host.ts'
import { ArticleContent } from '#shared/document/content.ts'
import { idsOf } from '#shared/document/ownIds.ts'
import { ArticleId, MediaHash } from '#shared/domain/ids.ts'
import type { RpcClient } from '#shared/rpc/client.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { DraftProvider } from '#renderer/draft/context.tsx'
import { DraftSession } from '#renderer/draft/DraftSession.ts'
import { $allBlocks } from '#renderer/editor/content/toBlocks.ts'
import { WritingPane } from '#renderer/features/writing/WritingPane.tsx'
import { LanguageProvider } from '#renderer/i18n/context.tsx'
import { BaseProvider } from '#renderer/platform/context.tsx'
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx'
import '#renderer/styles/global.css'
import type { Harness, Opening } from './harness.ts'
import { caretIn, caretMoved } from './caretIn.ts'
import { decideOne, takeBack } from './acts.ts'
import { elsewhere } from './elsewhere.ts'
import { PageCore } from './pageCore.ts'
import { selectWords } from './selectWords.ts'
import { shake } from './shake.ts'

const articleId = ArticleId.parse('0198f000-0000-7000-8000-000000000001')
const writerId = '0198f000-0000-7000-8000-00000000000a'
const root = createRoot(document.getElementById('root') as HTMLElement)

let session: DraftSession
let held: PageCore
let firstLineIndent = true
const openedLinks: string[] = []
/** How many characters `act` has written. */
let written = 0
const pictures = new Map<string, string>()

const core = {
  articles: {
    journal: (step: Parameters<PageCore['articles']['journal']>[0]) => held.articles.journal(step),
    undoSteps: (asked: Parameters<PageCore['articles']['undoSteps']>[0]) => held.articles.undoSteps(asked),
  },
  media: {
    add: ({ bytes }: { bytes: Uint8Array<ArrayBuffer> }) => addPicture(bytes),
    state: () => Promise.resolve({ state: 'lost' }),
  },
  settings: {
    preferences: () => Promise.resolve({ firstLineIndent }),
    newsroom: () => Promise.resolve({ newsroom: {}, people: [{ id: writerId, name: '林夏' }], siteUrl: '' }),
  },
}

async function addPicture(bytes: Uint8Array<ArrayBuffer>) {
  const blob = new Blob([bytes], { type: 'image/png' })
  const bitmap = await createImageBitmap(blob).catch(() => {
    throw new GalleyError('media_unsupported', { reason: 'type' })
  })
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const media = MediaHash.parse(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''))
  pictures.set(media, URL.createObjectURL(blob))
  return { media, mimeType: 'image/png', width: bitmap.width, height: bitmap.height, bytes: bytes.length, words: {} }
}

const host = {
  host: {
    openExternal({ url }: { url: string }) {
      openedLinks.push(url)
      return Promise.resolve({ opened: true })
    },
  },
}

const base = {
  platform: {
    kind: 'web',
    connectCore: () => Promise.reject(new Error('not here')),
    connectHost: () => Promise.reject(new Error('not here')),
    mediaUrl: (hash: string) => pictures.get(hash) ?? '/missing.png',
  },
  core: { call: core, on: () => () => undefined, close: () => undefined } as unknown as RpcClient<CoreContract>,
  host: { call: host, on: () => () => undefined, close: () => undefined } as unknown as RpcClient<HostContract>,
  connected: true,
} as const

/** Core holds what is shown, and so does the draft; it is what core takes; and no two blocks share an id. */
async function complaint(): Promise<string | null> {
  await session.flush()
  const shown = JSON.stringify(harness.shown())
  if (JSON.stringify(session.content().blocks) !== shown) {
    return `the draft holds ${JSON.stringify(session.content().blocks)} shown ${shown}`
  }
  const parsed = ArticleContent.safeParse(session.content())
  if (!parsed.success) return parsed.error.message
  const isListed = parsed.data.blocks.map(idsOf).every((ids) => new Set(ids).size === ids.length)
  if (!isListed) return `two items of one list have one id: ${shown}`
  if (canonicalize(parsed.data.blocks) !== canonicalize(harness.shown())) return 'core would store something else'
  const stored = canonicalize(held.content.blocks)
  return stored === canonicalize(harness.shown()) ? null : `core holds ${stored ?? ''} shown ${shown}`
}

const take = () => session.take({ articleId, editable: true, ...held.opened() })

function editorOf(): LexicalEditor {
  const element = document.querySelector('[data-lexical-editor]')
  return (element as unknown as { __lexicalEditor: LexicalEditor }).__lexicalEditor
}

/** Opens what core holds, as after a start. */
function show({ locale, editable }: Required<Pick<Opening, 'locale' | 'editable'>>): void {
  session = new DraftSession({
    article: { articleId, ...held.opened(), editable },
    core: core as never,
    onBehind: take,
  })
  void session.prepareUndo()
  root.render(
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={new QueryClient()}>
        <LanguageProvider locale={locale}>
          <BaseProvider base={base}>
            <TooltipProvider>
              <DraftProvider session={session}>
                <WritingPane />
              </DraftProvider>
            </TooltipProvider>
          </BaseProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </CSPProvider>,
  )
}

const harness: Harness = {
  open({ content, editable = true, locale = 'zh', theme = 'light', firstLineIndent: indent = true }: Opening) {
    document.documentElement.dataset['theme'] = theme
    firstLineIndent = indent
    held = new PageCore(content)
    written = 0
    show({ locale, editable })
  },
  reopen() {
    show({ locale: 'zh', editable: true })
  },
  content: () => session.content(),
  snapshot: () => session.getSnapshot(),
  shown: () => editorOf().read($allBlocks),
  batches: () => held.batches,
  stored: () => held.content,
  outside(content) {
    held.replace(content)
    take()
  },
  replace: (content) => held.replace(content),
  flush: () => session.flush(),
  requestFocus: (place) => session.requestFocus(place),
  updatePicture: (blockId, details) => session.updatePicture(blockId, details),
  setEditable: (editable) => session.setEditable(editable),
  openedLinks: () => openedLinks,
  select: (from, to = from) => selectWords(editorOf(), from, to),
  shake: (seed, steps, others) =>
    shake(editorOf(), {
      seed,
      steps,
      check: complaint,
      others: others === true ? (random) => harness.outside(elsewhere(held.content, random)) : null,
    }),
  complaint,
  act: ({ first, seed, steps }) =>
    shake(editorOf(), {
      seed,
      steps,
      check: complaint,
      others: (random) => decideOne(session, random),
      word: () => String.fromCodePoint(first + written++),
    }),
  async arrive(content, late) {
    if (late !== undefined) editorOf().dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, late)
    const before = caretIn(editorOf())
    harness.outside(content)
    return (await complaint()) ?? caretMoved(before, editorOf())
  },
  takeBack: (steps) => takeBack(session, held, steps, complaint),
}
window.harness = harness
