import { describe, expect, it } from 'vitest'

import { fieldClashId } from '#shared/document/clash.ts'
import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { BlockOp, Caret, UndoStep } from '#shared/document/undo.ts'
import { stepBetween } from '#shared/document/undoStep.ts'
import { BlockId } from '#shared/domain/ids.ts'
import type { Edit } from './edit.ts'
import { otherEdit } from './edit.ts'
import { a, b, open } from './testDraft.ts'

const at = (offset: number, block = a): Caret => ({ anchor: { block, offset }, focus: { block, offset } })

const typing = (from: number, to: number): Edit => ({
  ...otherEdit,
  kind: 'insert',
  before: at(from),
  after: at(to),
})

function opened() {
  const draft = open()
  const shown: { ops: readonly BlockOp[]; caret: Caret | null | undefined }[] = []
  draft.session.pages.attach({
    settle: () => undefined,
    show(ops, caret) {
      shown.push({ ops, caret })
      return []
    },
    changePicture: () => undefined,
  })
  const write = (text: string, edit: Edit = otherEdit, id = a) =>
    draft.session.applyBlocks([{ op: 'put', after: id === a ? null : a, block: paragraph(text, id) }], edit)
  const text = () => bodyText(draft.session.content().blocks)
  const elsewhere = (...blocks: [BlockId, string][]) => {
    draft.core.replace({ ...emptyContent, blocks: blocks.map(([id, words]) => paragraph(words, id)) })
    draft.look()
  }
  return { ...draft, shown, write, text, elsewhere }
}

describe('undo', () => {
  it('takes a run of typing back as one, and brings the caret to it', async () => {
    const { session, write, text, shown } = opened()
    write('甲一', typing(1, 2))
    write('甲一二', typing(2, 3))
    write('甲一二。', { ...otherEdit, kind: 'other' })
    await session.undo('undo')
    expect(text()).toBe('甲一二\n乙')
    await session.undo('undo')
    expect(text()).toBe('甲\n乙')
    expect(shown.at(-1)?.caret).toEqual(at(1))
    expect(session.getSnapshot()).toMatchObject({ canUndo: false, canRedo: true })
    await session.undo('redo')
    expect(text()).toBe('甲一二\n乙')
    expect(shown.at(-1)?.caret).toEqual(at(3))
  })

  it('opens a clash of a field again that was decided, with what the field held before', async () => {
    const when = '2026-03-05T01:30:00.000Z'
    const versions = ['桥上的灯', '桥下的灯'].map((value) => ({ who: null, when, value }))
    const clash = {
      type: 'clash' as const,
      version: 1 as const,
      $: { id: fieldClashId('headline') },
      of: 'headline' as const,
      versions,
    }
    const fields = { ...emptyContent.fields, headline: '灯' }
    const { session } = open({ ...emptyContent, fields, blocks: [clash, paragraph('甲', a)] })
    session.clashes.decide(clash, { pick: 1 })
    expect(session.getSnapshot()).toMatchObject({ clashes: 0, fields: { headline: '桥下的灯' } })
    await session.undo('undo')
    expect(session.getSnapshot()).toMatchObject({ clashes: 1, fields: { headline: '灯' } })
    expect(session.content().blocks).toContainEqual(clash)
    await session.undo('redo')
    expect(session.getSnapshot()).toMatchObject({ clashes: 0, fields: { headline: '桥下的灯' } })
  })

  it('is saved like anything else', async () => {
    const { core, session, write } = opened()
    write('甲一')
    await session.undo('undo')
    await session.flush()
    expect(core.content).toEqual(session.content())
    expect(bodyText(core.content.blocks)).toBe('甲\n乙')
  })

  it('keeps what came from outside since, in other blocks', async () => {
    const { session, write, text, elsewhere } = opened()
    write('甲一')
    await session.flush()
    elsewhere([a, '甲一'], [b, '乙外'])
    expect(text()).toBe('甲一\n乙外')
    await session.undo('undo')
    expect(text()).toBe('甲\n乙外')
    await session.undo('redo')
    expect(text()).toBe('甲一\n乙外')
  })

  it('does nothing where it could only take somebody else’s words away, and says that there is no more', async () => {
    const { session, write, text, elsewhere } = opened()
    write('全是新的')
    await session.flush()
    elsewhere([a, '别人全部重写'], [b, '乙'])
    await session.undo('undo')
    expect(text()).toBe('别人全部重写\n乙')
    expect(session.getSnapshot()).toMatchObject({ canUndo: false, notice: { kind: 'undoStopped', direction: 'undo' } })
  })

  it('leaves a block deleted that somebody else has deleted', async () => {
    const { session, write, text, elsewhere } = opened()
    write('甲一')
    await session.flush()
    elsewhere([b, '乙'])
    await session.undo('undo')
    expect(text()).toBe('乙')
  })

  it('saves what an editor makes of it behind what it is', async () => {
    const { session, write, core, text } = opened()
    write('甲一')
    // As Lexical joins two lists that meet: it reports that while it shows the change.
    const detach = session.pages.attach({
      settle: () => undefined,
      show() {
        session.applyBlocks([{ op: 'put', after: null, block: paragraph('甲乙', a) }], { ...otherEdit, outside: true })
        return [b]
      },
      changePicture: () => undefined,
    })
    await session.undo('undo')
    await session.flush()
    detach()
    expect(text()).toBe('甲乙')
    expect(bodyText(core.content.blocks)).toBe('甲乙')
  })

  it('does again what it took back, and nothing that somebody else had taken out', async () => {
    const { session, write, text, elsewhere } = opened()
    write('甲一')
    await session.flush()
    write('乙二', otherEdit, b)
    await session.flush()
    elsewhere([b, '乙二'])
    await session.undo('undo')
    await session.undo('undo')
    expect(text()).toBe('乙')
    await session.undo('redo')
    await session.undo('redo')
    expect(text()).toBe('乙二')
  })

  it('brings a deleted block back behind what stands there now', async () => {
    const { session, text, elsewhere } = opened()
    session.applyBlocks([{ op: 'remove', id: b }])
    await session.flush()
    elsewhere([a, '甲'], [BlockId.parse('c'), '丙'])
    await session.undo('undo')
    expect(text()).toBe('甲\n乙\n丙')
  })

  it('waits for an input method', async () => {
    const { session, write, text } = opened()
    write('甲一')
    const end = session.inputMethods.compose()
    await session.undo('undo')
    expect(text()).toBe('甲一\n乙')
    end()
    await session.undo('undo')
    expect(text()).toBe('甲\n乙')
  })

  it('goes on with what core has kept from before', async () => {
    const { core, session, text } = opened()
    const undo = { op: 'put', after: null, block: paragraph('从前', a) } as const
    const redo = { op: 'put', after: null, block: paragraph('甲', a) } as const
    const step = { changes: [{ undo, redo, next: b }], before: at(2), after: at(1) }
    core.undoSteps = [{ ...step, id: '0198f000-0000-4000-8000-000000000001' }]
    await session.prepareUndo()
    expect(session.getSnapshot().canUndo).toBe(true)
    await session.undo('undo')
    expect(text()).toBe('从前\n乙')
    await session.flush()
    expect(core.calls.at(-1)?.undo).toEqual([{ event: 'undone', id: '0198f000-0000-4000-8000-000000000001' }])
  })
})

describe('redo', () => {
  const kept = (n: number, from: string, to: string): UndoStep => ({
    id: `0198f000-0000-4000-8000-00000000000${n}`,
    changes: [
      {
        undo: { op: 'put', after: null, block: paragraph(from, a) },
        redo: { op: 'put', after: null, block: paragraph(to, a) },
        next: b,
      },
    ],
    before: null,
    after: null,
  })

  it('goes on with what was taken back before the start', async () => {
    const { core, session, text } = opened()
    core.undoSteps = [kept(1, '从前', '甲')]
    core.redoSteps = [kept(2, '甲', '以后')]
    await session.prepareUndo()
    expect(session.getSnapshot()).toMatchObject({ canUndo: true, canRedo: true })
    await session.undo('redo')
    expect(text()).toBe('以后\n乙')
    await session.undo('undo')
    await session.undo('undo')
    expect(text()).toBe('从前\n乙')
  })

  it('is over when something else was done while it was being fetched', async () => {
    const { core, session, write } = opened()
    core.redoSteps = [kept(2, '甲', '以后')]
    const preparing = session.prepareUndo()
    write('甲一')
    await preparing
    expect(session.getSnapshot()).toMatchObject({ canUndo: true, canRedo: false })
  })
})

describe('a version that core has brought back', () => {
  const restore = () => {
    const draft = opened()
    const before = draft.session.content()
    draft.core.content = { ...before, fields: { ...before.fields, headline: '旧题' }, blocks: [paragraph('旧', a)] }
    const { core, session, look } = draft
    const step = stepBetween('0198f000-0000-4000-8000-000000000002', before, core.content)
    core.replace(core.content)
    return { ...draft, before, bringBack: () => session.restored(core.version, step), look }
  }

  it('is taken back as one, with its title lines', async () => {
    const { session, before, bringBack, look, core } = restore()
    look()
    bringBack()
    expect(session.getSnapshot()).toMatchObject({ canUndo: true, fields: { headline: '旧题' } })
    await session.undo('undo')
    expect(session.content()).toEqual(before)
    expect(session.getSnapshot().fields).toEqual(before.fields)
    await session.flush()
    expect(core.content).toEqual(before)
    await session.undo('redo')
    expect(session.content()).toMatchObject({ fields: { headline: '旧题' } })
  })

  it('cannot be taken back before it is shown', () => {
    const { session, bringBack, look } = restore()
    bringBack()
    expect(session.getSnapshot().canUndo).toBe(false)
    look()
    expect(session.getSnapshot().canUndo).toBe(true)
  })
})

describe('a text that arrives while somebody writes', () => {
  it('waits until the input method is done, and then both are there', async () => {
    const { core, session, write, text } = opened()
    const end = session.inputMethods.compose()
    core.replace({ ...emptyContent, blocks: [paragraph('甲', a), paragraph('乙外', b)] })
    session.take({ articleId: session.articleId, ...core.opened() })
    expect(text()).toBe('甲\n乙')
    write('甲北京')
    end()
    await session.flush()
    expect(text()).toBe('甲北京\n乙外')
    expect(core.content).toEqual(session.content())
  })

  it('is merged once, though the answer to the last words was lost', async () => {
    const { core, timers, session, write, text } = opened()
    core.answers = ['storeAndLose']
    write('甲一')
    await timers.pass(100)
    const [first, second] = core.content.blocks
    core.replace({ ...emptyContent, blocks: [...(first ? [first] : []), ...(second ? [second] : []), paragraph('外')] })
    session.take({ articleId: session.articleId, ...core.opened() })
    write('甲一二')
    await timers.pass(60_000)
    session.take({ articleId: session.articleId, ...core.opened() })
    await session.flush()
    expect(text()).toBe('甲一二\n乙\n外')
    expect(core.content).toEqual(session.content())
  })
})
