import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { emptyContent } from '#shared/document/content.ts'
import { paragraph, picture } from '#shared/document/make.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { TestCore } from './testCore.ts'
import { a, b, open, openedAt } from './testDraft.ts'
import { settle } from './testTimers.ts'

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
    const page = { settle: () => undefined, show: () => [] }
    const stop = session.pages.attach({ ...page, changePicture: (...change) => heard.push(change) })
    session.updatePicture(b, { alt: '' })
    expect(heard).toEqual([[b, { alt: '' }]])
    stop()
    await session.flush()
    expect(core.calls).toHaveLength(1)
  })
})
