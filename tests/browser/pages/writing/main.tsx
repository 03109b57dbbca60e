import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import canonicalize from 'canonicalize'
import type { LexicalEditor } from 'lexical'
import { createRoot } from 'react-dom/client'

import type { CoreContract } from '#shared/contract/core.ts'
import type { HostContract } from '#shared/contract/host.ts'
import { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
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
import { selectWords } from './selectWords.ts'
import { shake } from './shake.ts'

const articleId = ArticleId.parse('0198f000-0000-7000-8000-000000000001')
const root = createRoot(document.getElementById('root') as HTMLElement)

let session: DraftSession
let batches: JournalOp[][] = []
/** The content at the start, with every reported step applied as core does it. */
let replayed: ArticleContent
let firstLineIndent = true
const openedLinks: string[] = []
const pictures = new Map<string, string>()

/** Core as far as a page of writing needs it; a real one has tests of its own. */
const core = {
  articles: {
    journal({ ops }: { ops: JournalOp[] }) {
      batches.push(ops)
      return Promise.resolve({ version: batches.length, savedAt: new Date().toISOString() })
    },
  },
  media: { add: ({ bytes }: { bytes: Uint8Array<ArrayBuffer> }) => addPicture(bytes) },
  settings: { preferences: () => Promise.resolve({ firstLineIndent }) },
}

async function addPicture(bytes: Uint8Array<ArrayBuffer>) {
  const blob = new Blob([bytes], { type: 'image/png' })
  const bitmap = await createImageBitmap(blob).catch(() => {
    throw new GalleyError('media_unsupported')
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

/** What was reported leads to what is shown; the draft holds it; it is what core takes; and no two blocks share an id. */
function complaint(): string | null {
  const shown = JSON.stringify(harness.shown())
  if (JSON.stringify(replayed.blocks) !== shown) return `replayed ${JSON.stringify(replayed.blocks)} shown ${shown}`
  if (JSON.stringify(session.content().blocks) !== shown) return 'the draft holds something else'
  const parsed = ArticleContent.safeParse(session.content())
  if (!parsed.success) return parsed.error.message
  return canonicalize(parsed.data.blocks) === canonicalize(harness.shown()) ? null : 'core would store something else'
}

function editorOf(): LexicalEditor {
  const element = document.querySelector('[data-lexical-editor]')
  return (element as unknown as { __lexicalEditor: LexicalEditor }).__lexicalEditor
}

const harness: Harness = {
  open({ content, editable = true, locale = 'zh', theme = 'light', firstLineIndent: indent = true }: Opening) {
    document.documentElement.dataset['theme'] = theme
    firstLineIndent = indent
    batches = []
    session = new DraftSession({
      article: { articleId, content, version: 0, savedAt: new Date().toISOString(), editable },
      core: base.core.call,
    })
    replayed = content
    const applyBlocks = session.applyBlocks.bind(session)
    session.applyBlocks = (ops) => {
      replayed = applyJournal(replayed, ops)
      applyBlocks(ops)
    }
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
  },
  content: () => session.content(),
  snapshot: () => session.getSnapshot(),
  shown: () => editorOf().read($allBlocks),
  batches: () => batches,
  flush: () => session.flush(),
  requestFocus: (place) => session.requestFocus(place),
  updatePicture: (blockId, details) => session.updatePicture(blockId, details),
  setEditable: (editable) => session.setEditable(editable),
  openedLinks: () => openedLinks,
  select: (from, to = from) => selectWords(editorOf(), from, to),
  shake: (seed, steps) => shake(editorOf(), seed, steps, complaint),
  complaint,
}
window.harness = harness
