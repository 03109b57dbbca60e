import { describe, expect, it, vi } from 'vitest'

import type { ArticleDetail } from '#shared/contract/rows.ts'
import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { ArticleId, BlockId, newArticleId, newPersonId, RevisionId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { DraftSession } from '../draft/DraftSession.ts'
import type { DeskCore } from './DraftDesk.ts'
import { DraftDesk } from './DraftDesk.ts'

// A session counts words while the window is idle and retries after a while: neither matters here.
vi.stubGlobal('window', {
  setTimeout: (run: () => void, ms: number) => setTimeout(run, Math.min(ms, 1)),
  clearTimeout,
  requestIdleCallback: () => 0,
  cancelIdleCallback: () => undefined,
})

const savedAt = '2026-03-02T06:00:00.000Z'

function core() {
  const slugs = new Map<ArticleId, string>()
  const details = new Map<ArticleId, Partial<ArticleDetail>>()
  const removed = new Set<ArticleId>()
  let broken = false
  const left: ArticleId[] = []
  const calls: DeskCore = {
    sharing: {
      leave: ({ articleId }) => {
        left.push(ArticleId.parse(articleId))
        return Promise.resolve({})
      },
    },
    articles: {
      open: (input) => {
        const articleId = ArticleId.parse(input.articleId)
        if (broken) return Promise.reject(new GalleyError('disconnected'))
        if (removed.has(articleId)) return Promise.reject(new GalleyError('not_found', { articleId }))
        const fields = { ...emptyContent.fields, slug: slugs.get(articleId) ?? '' }
        return Promise.resolve({
          articleId,
          authorId: newPersonId(),
          coWriters: [],
          writers: [],
          content: { ...emptyContent, fields },
          version: 1,
          savedAt,
          editable: true,
          binned: false,
          leftBehind: false,
          status: { state: 'drafting' },
          verdicts: [],
          receipts: [],
          pending: null,
          revisionId: null,
          ...details.get(articleId),
        })
      },
      undoSteps: () => Promise.resolve([]),
      journal: ({ articleId, ops }) => {
        const id = ArticleId.parse(articleId)
        if (broken) return Promise.reject(new GalleyError('disk_full'))
        for (const op of ops) if (op.op === 'fields') slugs.set(id, op.fields.slug ?? '')
        return Promise.resolve({ version: 2, savedAt })
      },
    },
  }
  return { calls, left, slugs, details, removed, break: () => (broken = true), mend: () => (broken = false) }
}

function sessionOf(desk: DraftDesk): DraftSession {
  const state = desk.getSnapshot()
  if (state.kind !== 'open') throw new Error(`nothing is open: ${state.kind}`)
  return state.session
}

describe('an article that is left', () => {
  it('has its last words on disk before it opens again', async () => {
    const { calls, slugs } = core()
    const desk = new DraftDesk(calls)
    const [first, second] = [newArticleId(), newArticleId()]
    await desk.open(first)
    sessionOf(desk).setFields({ slug: '北疆' })
    await desk.open(second)
    await desk.open(first)
    expect(slugs.get(first)).toBe('北疆')
    expect(sessionOf(desk).getSnapshot().fields.slug).toBe('北疆')
  })

  it('goes to the desk once its last words are on disk', async () => {
    const { calls, slugs, left } = core()
    const desk = new DraftDesk(calls)
    const [first, second] = [newArticleId(), newArticleId()]
    await desk.open(first)
    sessionOf(desk).setFields({ slug: '北疆' })
    await desk.open(second)
    expect(left).toEqual([])
    await desk.flush()
    expect(slugs.get(first)).toBe('北疆')
    expect(left).toEqual([first])
    await desk.open(null)
    expect(left).toEqual([first, second])
  })

  it('is kept for as long as it cannot be saved, and comes back with every word', async () => {
    const store = core()
    const desk = new DraftDesk(store.calls)
    const [first, second] = [newArticleId(), newArticleId()]
    await desk.open(first)
    const session = sessionOf(desk)
    store.break()
    session.setFields({ slug: '北疆' })
    await desk.open(second)
    expect(desk.getSnapshot().kind).toBe('failed')
    expect(desk.hasUnsaved).toBe(true)
    await expect(desk.flush()).rejects.toMatchObject({ code: 'disk_full' })

    store.mend()
    await desk.open(first)
    await desk.flush()
    expect(store.slugs.get(first)).toBe('北疆')
    expect(sessionOf(desk).getSnapshot().fields.slug).toBe('北疆')
    expect(desk.hasUnsaved).toBe(false)
  })
})

it('shows the article that was asked for last, however slow the first is', async () => {
  const { calls } = core()
  const slow = Promise.withResolvers<void>()
  const [first, second] = [newArticleId(), newArticleId()]
  const desk = new DraftDesk({
    ...calls,
    articles: {
      ...calls.articles,
      open: async (input) => {
        if (input.articleId === first) await slow.promise
        return calls.articles.open(input)
      },
    },
  })
  const opening = desk.open(first)
  await desk.open(second)
  slow.resolve()
  await opening
  expect(sessionOf(desk).articleId).toBe(second)
})

it('keeps a writer’s words and takes over where the article stands', async () => {
  const { calls, details } = core()
  const desk = new DraftDesk(calls)
  const articleId = newArticleId()
  await desk.open(articleId)
  const session = sessionOf(desk)
  details.set(articleId, { editable: false })
  await desk.refresh()
  expect(sessionOf(desk)).toBe(session)
  expect(session.getSnapshot().editable).toBe(false)
})

it('takes a reader to the revision that now stands there', async () => {
  const { calls, details, slugs } = core()
  const desk = new DraftDesk(calls)
  const articleId = newArticleId()
  const revision = (digit: string) => RevisionId.parse(digit.repeat(64))
  details.set(articleId, { editable: false, revisionId: revision('1') })
  await desk.open(articleId)
  const session = sessionOf(desk)
  await desk.refresh()
  expect(sessionOf(desk)).toBe(session)
  details.set(articleId, { editable: false, revisionId: revision('2') })
  slugs.set(articleId, '北疆二')
  await desk.refresh()
  expect(sessionOf(desk).getSnapshot().fields.slug).toBe('北疆二')
})

it('sends what is unsaved through a new connection', async () => {
  const [old, next] = [core(), core()]
  const desk = new DraftDesk(old.calls)
  const articleId = newArticleId()
  await desk.open(articleId)
  old.break()
  sessionOf(desk).setFields({ slug: '北疆' })
  await expect(desk.flush()).rejects.toMatchObject({ code: 'disk_full' })
  desk.reconnect(next.calls)
  await desk.flush()
  expect(next.slugs.get(articleId)).toBe('北疆')
})

describe('a text that another desktop changed', () => {
  async function opened(articleId = newArticleId()) {
    const store = core()
    const desk = new DraftDesk(store.calls)
    await desk.open(articleId)
    const other = (text: string) =>
      store.details.set(articleId, {
        version: 9,
        content: { ...emptyContent, blocks: [paragraph(text, BlockId.parse('a'))] },
      })
    return { ...store, desk, articleId, session: sessionOf(desk), other }
  }

  it('is shown by the same session, which goes on where it was', async () => {
    const { desk, session, other } = await opened()
    other('别处写的')
    await desk.refresh()
    expect(sessionOf(desk)).toBe(session)
    expect(sessionOf(desk).content().blocks).toEqual([paragraph('别处写的', BlockId.parse('a'))])
    expect(sessionOf(desk).version).toBe(9)
  })

  it('takes no words away that are not saved, also where nobody may write any more', async () => {
    const { desk, session, articleId, break: breakCore } = await opened()
    session.setFields({ headline: '没有存上' })
    breakCore()
    await expect(session.flush()).rejects.toMatchObject({ code: 'disk_full' })
    const { calls, details } = core()
    vi.spyOn(calls.articles, 'journal').mockRejectedValue(new GalleyError('wrong_state'))
    details.set(articleId, { version: 9, editable: false })
    desk.reconnect(calls)
    await desk.refresh()
    details.set(articleId, { version: 9, editable: false, revisionId: RevisionId.parse('2'.repeat(64)) })
    await desk.refresh()
    expect(sessionOf(desk)).toBe(session)
    expect(session.getSnapshot()).toMatchObject({ editable: false, fields: { headline: '没有存上' } })
  })

  it('leaves the editor where it is when only the name is another', async () => {
    const { desk, session, details, slugs, articleId } = await opened()
    slugs.set(articleId, '北疆')
    details.set(articleId, { version: 9 })
    await desk.refresh()
    expect(sessionOf(desk)).toBe(session)
    expect(session.getSnapshot().fields.slug).toBe('北疆')
    expect(session.version).toBe(9)
  })

  it('is not mistaken for one’s own words that were saved while core was asked', async () => {
    const { desk, session, calls } = await opened()
    const answer = await calls.articles.open({ articleId: session.articleId })
    const open = vi.spyOn(calls.articles, 'open').mockImplementationOnce(async () => {
      session.setFields({ slug: '新' })
      await session.flush()
      return answer
    })
    const { content } = answer
    open.mockResolvedValue({
      ...answer,
      version: 2,
      content: { ...content, fields: { ...content.fields, slug: '新' } },
    })
    await desk.refresh()
    expect(sessionOf(desk)).toBe(session)
    expect(session.getSnapshot().fields.slug).toBe('新')
  })
})

describe('what takes an article out of the writer’s hands', () => {
  it('waits for the last words, also of an article that was left', async () => {
    const store = core()
    const desk = new DraftDesk(store.calls)
    const articleId = newArticleId()
    const saved = () => Promise.resolve(store.slugs.get(articleId))
    await desk.open(articleId)
    sessionOf(desk).setFields({ slug: '开着' })
    expect(await desk.handOver(articleId, saved)).toBe('开着')
    sessionOf(desk).setFields({ slug: '离开了' })
    void desk.open(null)
    expect(await desk.handOver(articleId, saved)).toBe('离开了')
    expect(await desk.handOver(newArticleId(), () => Promise.resolve('没有打开'))).toBe('没有打开')
  })
})

describe('an article that another window has removed for good', () => {
  it('is said to be gone, and comes back when it is there again', async () => {
    const store = core()
    const desk = new DraftDesk(store.calls)
    const articleId = newArticleId()
    await desk.open(articleId)
    store.removed.add(articleId)
    await desk.refresh()
    expect(desk.getSnapshot()).toMatchObject({ kind: 'failed', articleId, error: { code: 'not_found' } })
    store.removed.clear()
    await desk.open(articleId)
    expect(sessionOf(desk).articleId).toBe(articleId)
  })

  it('stays on the screen with words that are not on disk', async () => {
    const store = core()
    const desk = new DraftDesk(store.calls)
    const articleId = newArticleId()
    await desk.open(articleId)
    const session = sessionOf(desk)
    vi.spyOn(store.calls.articles, 'journal').mockRejectedValue(new GalleyError('not_found', { articleId }))
    session.setFields({ headline: '只在这里' })
    store.removed.add(articleId)
    await desk.refresh()
    expect(sessionOf(desk)).toBe(session)
    expect(desk.unsavedTexts).toMatchObject([{ headline: '只在这里' }])
  })
})
