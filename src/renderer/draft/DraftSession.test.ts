import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { emptyContent } from '#shared/document/content.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { paragraph, picture } from '#shared/document/make.ts'
import { BlockId, MediaHash, newArticleId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { DraftSession } from './DraftSession.ts'
import { settle, TestTimers } from './testTimers.ts'
import { TestCore } from './testCore.ts'

const a = BlockId.parse('a')
const b = BlockId.parse('b')
const openedAt = '2026-05-01T07:00:00.000Z'

function open(content: ArticleContent = { ...emptyContent, blocks: [paragraph('甲', a), paragraph('乙', b)] }) {
  const core = new TestCore(content)
  const timers = new TestTimers()
  const article = { articleId: newArticleId(), content, version: 7, savedAt: openedAt, editable: true }
  const session = new DraftSession({ article, core, timers })
  const type = (text: string, id = a) =>
    session.applyBlocks([{ op: 'put', after: id === a ? null : a, block: paragraph(text, id) }])
  const saveKind = () => session.getSnapshot().save.kind
  return { core, timers, session, type, saveKind }
}

describe('saving', () => {
  it('says saved only when core has acknowledged everything typed', async () => {
    const { core, timers, session, type, saveKind } = open()
    expect(session.getSnapshot().save).toEqual({ kind: 'saved', at: openedAt })
    core.hold()
    type('甲一')
    expect(saveKind()).toBe('saving')
    await timers.pass(100)
    type('甲一二')
    core.release()
    await settle()
    expect(saveKind()).toBe('saving')
    await timers.pass(100)
    expect(session.getSnapshot().save).toEqual({ kind: 'saved', at: '2026-05-01T08:00:02.000Z' })
    expect(core.content.blocks[0]).toEqual(paragraph('甲一二', a))
  })

  it('sends within 250 ms of the first key, also while someone types without a pause', async () => {
    const { core, timers, type } = open()
    for (let key = 1; key <= 12; key += 1) {
      type('字'.repeat(key))
      await timers.pass(30)
    }
    expect(core.calls.length).toBeGreaterThanOrEqual(1)
    expect(core.calls[0]?.ops).toEqual([{ op: 'put', after: null, block: paragraph('字'.repeat(7), a) }])
  })

  it('has one batch under way at a time, and keeps the order', async () => {
    const { core, timers, type } = open()
    core.hold()
    type('一')
    await timers.pass(300)
    type('二', b)
    await timers.pass(300)
    type('三')
    await timers.pass(300)
    expect(core.calls).toHaveLength(1)
    core.release()
    await timers.pass(300)
    expect(core.mostUnderWay).toBe(1)
    expect(core.content.blocks).toEqual([paragraph('三', a), paragraph('二', b)])
  })

  it('sends the same step again when the answer was lost, so that nothing is appended twice', async () => {
    const { core, timers, type, saveKind } = open()
    core.answers = ['storeAndLose']
    type('一')
    await timers.pass(100)
    expect(saveKind()).toBe('failed')
    type('二')
    await timers.pass(60_000)
    expect(saveKind()).toBe('saved')
    const [first, again, next] = core.calls
    expect(again).toEqual(first)
    expect(next?.step).not.toBe(first?.step)
    expect(core.steps.size).toBe(2)
  })

  it('keeps everything and tries again, ever more slowly, while core fails', async () => {
    const { core, timers, session, type } = open()
    core.answers = Array.from({ length: 4 }, () => new GalleyError('disk_full'))
    type('一')
    await timers.pass(100)
    expect(session.getSnapshot().save).toMatchObject({ kind: 'failed', error: { code: 'disk_full' } })
    await timers.pass(500 + 1000 + 2000)
    expect(core.calls).toHaveLength(4)
    await timers.pass(4000)
    expect(session.getSnapshot().save.kind).toBe('saved')
    expect(core.content.blocks[0]).toEqual(paragraph('一', a))
  })

  it('does not insist where trying again is no use, but does with the next key', async () => {
    const { core, timers, type, saveKind } = open()
    core.answers = [new GalleyError('wrong_state')]
    type('一')
    await timers.pass(100_000)
    expect(core.calls).toHaveLength(1)
    expect(saveKind()).toBe('failed')
    type('二')
    await timers.pass(300)
    expect(saveKind()).toBe('saved')
    expect(core.content.blocks[0]).toEqual(paragraph('二', a))
  })

  it('is not blocked by a value that core refuses: the next change goes with what is mended, as a new step', async () => {
    const { core, timers, session, type } = open()
    core.refuses = (ops) => JSON.stringify(ops).includes('坏')
    session.setFields({ headline: '坏', deck: '副题' })
    type('一')
    await timers.pass(100_000)
    expect(core.calls).toHaveLength(1)
    expect(session.getSnapshot().save).toMatchObject({ kind: 'failed', error: { code: 'invalid_input' } })
    type('二', b)
    await timers.pass(300)
    expect(session.getSnapshot().save).toMatchObject({ kind: 'failed', error: { code: 'invalid_input' } })
    session.setFields({ headline: '好' })
    await timers.pass(300)
    expect(session.getSnapshot().save.kind).toBe('saved')
    expect(core.content).toEqual(session.content())
    expect(new Set(core.calls.map(({ step }) => step)).size).toBe(core.calls.length)
  })

  it('sends by itself what mends the value while the refusal is on its way', async () => {
    const { core, timers, session, saveKind } = open()
    core.refuses = (ops) => JSON.stringify(ops).includes('坏')
    core.hold()
    session.setFields({ headline: '坏' })
    await timers.pass(100)
    session.setFields({ headline: '好' })
    core.release()
    await timers.pass(300)
    expect(saveKind()).toBe('saved')
    expect(core.content.fields.headline).toBe('好')
  })

  it('goes on over a new connection with the same step, and does not believe the old one', async () => {
    const { core, timers, session, type, saveKind } = open()
    core.hold()
    core.answers = ['store']
    type('一')
    await timers.pass(100)
    type('二', b)
    const after = new TestCore(core.content)
    session.reconnect(after)
    await timers.pass(300)
    expect(after.calls[0]?.step).toBe(core.calls[0]?.step)
    expect(after.content.blocks).toEqual([paragraph('一', a), paragraph('二', b)])
    core.answers = [new GalleyError('internal')]
    core.release()
    await settle()
    expect(saveKind()).toBe('saved')
  })
})

describe('what the words stand on', () => {
  it('is the version that was opened, then each one that was acknowledged', async () => {
    const { core, session, type } = open()
    expect(session.version).toBe(7)
    type('一')
    await session.flush()
    type('二')
    await session.flush()
    expect(core.calls.map(({ base }) => base)).toEqual([7, 1])
    expect(session.version).toBe(2)
  })

  it('stays the same when a batch is sent again', async () => {
    const { core, timers, type } = open()
    core.answers = ['storeAndLose']
    type('一')
    await timers.pass(10_000)
    expect(core.calls.map(({ base }) => base)).toEqual([7, 7])
  })

  it('is gone when another text was put in its place: everything typed is kept, and nothing insists', async () => {
    const { core, timers, session, type } = open()
    core.answers = [new GalleyError('stale_revision'), new GalleyError('stale_revision')]
    type('一')
    await timers.pass(100_000)
    expect(core.calls).toHaveLength(1)
    expect(session.getSnapshot().save).toMatchObject({ kind: 'failed', error: { code: 'stale_revision' } })
    await expect(session.flush()).rejects.toMatchObject({ code: 'stale_revision' })
    expect(core.calls.at(-1)).toMatchObject({ base: 7, ops: [{ op: 'put', block: paragraph('一', a) }] })
    expect(session.content().blocks[0]).toEqual(paragraph('一', a))
  })
})

describe('flush', () => {
  it('resolves at once when there is nothing to save', async () => {
    const { core, session } = open()
    await session.flush()
    expect(core.calls).toEqual([])
  })

  it('sends at once and resolves when all of it is on disk', async () => {
    const { core, session, type } = open()
    core.hold()
    type('一')
    let done = false
    const flushed = session.flush().then(() => {
      done = true
    })
    type('二', b)
    const again = session.flush()
    await settle()
    expect(done).toBe(false)
    core.release()
    await Promise.all([flushed, again])
    expect(core.content.blocks).toEqual([paragraph('一', a), paragraph('二', b)])
  })

  it('rejects when an attempt fails, and loses nothing', async () => {
    const { core, timers, session, type } = open()
    core.answers = ['lose']
    type('一')
    await expect(session.flush()).rejects.toMatchObject({ code: 'disconnected' })
    await timers.pass(1000)
    expect(core.content.blocks[0]).toEqual(paragraph('一', a))
  })
})

describe('words that are still being composed', () => {
  it('are not called saved before they are told and on disk', async () => {
    const { core, session, type, saveKind } = open()
    const release = session.hold(() => undefined)
    expect(saveKind()).toBe('saving')
    type('一')
    await session.flush()
    expect(saveKind()).toBe('saving')
    type('一二')
    release()
    expect(saveKind()).toBe('saving')
    await session.flush()
    expect(saveKind()).toBe('saved')
    expect(core.content.blocks[0]).toEqual(paragraph('一二', a))
  })

  it('leave nothing behind when they are given up', () => {
    const { session } = open()
    const release = session.hold(() => undefined)
    session.hold(() => undefined)()
    expect(session.getSnapshot().save.kind).toBe('saving')
    release()
    release()
    expect(session.getSnapshot().save).toEqual({ kind: 'saved', at: openedAt })
  })

  it('are asked for when all of it has to be on disk', async () => {
    const { core, session, type, saveKind } = open()
    const release = session.hold(() => {
      type('拼到一半')
      release()
    })
    await session.flush()
    expect(core.content.blocks[0]).toEqual(paragraph('拼到一半', a))
    expect(saveKind()).toBe('saved')
  })

  it('do not hide that saving failed', async () => {
    const { core, session, type, saveKind } = open()
    core.answers = [new GalleyError('wrong_state')]
    type('一')
    await expect(session.flush()).rejects.toMatchObject({ code: 'wrong_state' })
    session.hold(() => undefined)
    expect(saveKind()).toBe('failed')
  })
})

describe('handing over', () => {
  it('lets nobody type from before the last words are saved until the act is done', async () => {
    const { core, session, type } = open()
    core.hold()
    type('一')
    const seen: unknown[] = []
    const done = session.handOver(() => {
      seen.push(session.getSnapshot().save.kind, session.getSnapshot().editable)
      return Promise.resolve()
    })
    expect(session.getSnapshot().editable).toBe(false)
    // Core is asked in between, and knows nothing of the act yet.
    session.setEditable(true)
    expect(session.getSnapshot().editable).toBe(false)
    core.release()
    await done
    expect(seen).toEqual(['saved', false])
    expect(session.getSnapshot().editable).toBe(false)
  })

  it('gives the text back when the words cannot be saved, without the act', async () => {
    const { core, session, type } = open()
    core.answers = [new GalleyError('disk_full')]
    type('一')
    const act = () => Promise.reject(new Error('done all the same'))
    await expect(session.handOver(act)).rejects.toMatchObject({ code: 'disk_full' })
    expect(session.getSnapshot().editable).toBe(true)
  })

  it('gives the text back when the act fails, but not to who may not write anyway', async () => {
    const { session } = open()
    const fail = () => Promise.reject(new GalleyError('attribution_incomplete'))
    await expect(session.handOver(fail)).rejects.toMatchObject({ code: 'attribution_incomplete' })
    expect(session.getSnapshot().editable).toBe(true)
    session.setEditable(false)
    await expect(session.handOver(fail)).rejects.toMatchObject({ code: 'attribution_incomplete' })
    expect(session.getSnapshot().editable).toBe(false)
  })
})

describe('the draft', () => {
  it('brings every step to core in order, whatever happens to answers and connections', async () => {
    type Event =
      { kind: 'type'; text: string } | { kind: 'wait'; ms: number } | { kind: 'fail' } | { kind: 'reconnect' }
    const event: fc.Arbitrary<Event> = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), text: fc.string({ maxLength: 4 }) }) },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 400 }) }) },
      { weight: 2, arbitrary: fc.constant({ kind: 'fail' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'reconnect' as const }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), fc.infiniteStream(fc.boolean()), async (events, stored) => {
        const { core, timers, session, type } = open()
        for (const [index, next] of events.entries()) {
          if (next.kind === 'type') type(next.text, index % 2 === 0 ? a : b)
          else if (next.kind === 'wait') await timers.pass(next.ms)
          else if (next.kind === 'reconnect') session.reconnect(core)
          else core.answers.push(stored.next().value === true ? 'storeAndLose' : 'lose')
        }
        core.answers = []
        await timers.pass(120_000)
        expect(session.getSnapshot().save.kind).toBe('saved')
        expect(core.content).toEqual(session.content())
        // One batch at a time over each connection; what an old one still carries is the same step.
        const connections = 1 + events.filter(({ kind }) => kind === 'reconnect').length
        expect(core.mostUnderWay).toBeLessThanOrEqual(connections)
      }),
      { numRuns: 300 },
    )
  })

  it('changes title lines and attribution, keeping the rest', async () => {
    const { core, session } = open()
    session.setFields({ headline: '标题' })
    session.setAttribution({ editor: '何以宁' })
    expect(session.getSnapshot().fields).toMatchObject({ headline: '标题', attribution: { editor: '何以宁' } })
    await session.flush()
    expect(core.content.fields).toEqual(session.getSnapshot().fields)
  })

  it('hands out a new snapshot for each change and the same one in between', () => {
    const { session } = open()
    const before = session.getSnapshot()
    expect(session.getSnapshot()).toBe(before)
    session.setFields({ deck: '副题' })
    expect(session.getSnapshot()).not.toBe(before)
    expect(before.fields.deck).toBe('')
  })

  it('counts while nobody is typing', () => {
    const { timers, session, type } = open()
    expect(session.getSnapshot().counts).toEqual({ words: 2, characters: 2 })
    type('甲乙丙')
    session.applyBlocks([{ op: 'remove', id: b }])
    expect(session.getSnapshot().counts).toEqual({ words: 2, characters: 2 })
    timers.rest()
    expect(session.getSnapshot().counts).toEqual({ words: 3, characters: 3 })
  })

  it('changes a picture through the editor where one shows it, and by itself where none does', async () => {
    const shown = picture({ media: MediaHash.parse('0'.repeat(64)), width: 4, height: 3 }, {}, b)
    const { core, session } = open({ ...emptyContent, blocks: [paragraph('甲', a), shown] })
    session.updatePicture(b, { alt: '河边的树' })
    await session.flush()
    expect(core.content.blocks).toEqual([paragraph('甲', a), { ...shown, alt: '河边的树' }])

    const heard: unknown[] = []
    const stop = session.onPictureChange((change) => heard.push(change))
    session.updatePicture(b, { alt: '' })
    expect(heard).toEqual([{ blockId: b, details: { alt: '' } }])
    stop()
    await session.flush()
    expect(core.calls).toHaveLength(1)
  })
})
