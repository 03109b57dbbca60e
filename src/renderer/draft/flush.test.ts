import { describe, expect, it } from 'vitest'

import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import { a, b, open, openedAt } from './testDraft.ts'
import { settle } from './testTimers.ts'

describe('what the words stand on', () => {
  it('is the version that was opened, then each one that was acknowledged', async () => {
    const { core, session, type } = open()
    expect(session.version).toBe(7)
    type('一')
    await session.flush()
    type('二')
    await session.flush()
    expect(core.calls.map(({ base }) => base)).toEqual([7, 8])
    expect(session.version).toBe(9)
  })

  it('stays the same when a batch is sent again', async () => {
    const { core, timers, type } = open()
    core.answers = ['storeAndLose']
    type('一')
    await timers.pass(10_000)
    expect(core.calls.map(({ base }) => base)).toEqual([7, 7])
  })

  it('is gone when another text was put in its place: both are merged, and saved on top of it', async () => {
    const { core, timers, session, type, behind, look } = open()
    core.replace({ ...core.content, blocks: [...core.content.blocks, paragraph('别处写的')] })
    type('甲一')
    await timers.pass(300)
    expect(behind).toHaveLength(1)
    expect(session.getSnapshot().save.kind).toBe('saving')
    type('甲一二')
    look()
    await timers.pass(300)
    expect(bodyText(core.content.blocks)).toBe('甲一二\n乙\n别处写的')
    expect(session.content()).toEqual(core.content)
    expect(session.getSnapshot().save.kind).toBe('saved')
  })

  it('stays what it is when the other text cannot be read, and is tried again with the next key', async () => {
    const { core, timers, session, type, look } = open()
    core.replace({ ...core.content, blocks: [...core.content.blocks, paragraph('别处写的')] })
    type('甲一')
    await timers.pass(300)
    session.cannotTake({ code: 'disconnected', message: '', retryable: true, details: {} })
    expect(session.getSnapshot().save).toMatchObject({ kind: 'failed', error: { code: 'disconnected' } })
    type('甲一二')
    await timers.pass(300)
    look()
    await session.flush()
    expect(bodyText(core.content.blocks)).toBe('甲一二\n乙\n别处写的')
  })
})

describe('words that are still being composed', () => {
  it('are not called saved before they are told and on disk', async () => {
    const { core, session, type, saveKind } = open()
    const release = session.inputMethods.hold(() => undefined)
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
    const release = session.inputMethods.hold(() => undefined)
    session.inputMethods.hold(() => undefined)()
    expect(session.getSnapshot().save.kind).toBe('saving')
    release()
    release()
    expect(session.getSnapshot().save).toEqual({ kind: 'saved', at: openedAt })
  })

  it('are asked for when all of it has to be on disk', async () => {
    const { core, session, type, saveKind } = open()
    const release = session.inputMethods.hold(() => {
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
    session.inputMethods.hold(() => undefined)
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
