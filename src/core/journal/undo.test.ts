import { randomUUID } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { paragraph } from '#shared/document/make.ts'
import type { UndoEvent, UndoStep } from '#shared/document/undo.ts'
import { put, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'

async function opened() {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  const desktop = await openDesktop({ dataDir })
  return { desktop, articleId: await write(desktop.call) }
}

/** A step that wrote `text` into a new paragraph. */
function stepOf(text: string): UndoStep {
  const block = paragraph(text)
  const redo = { op: 'put', after: null, block } as const
  const change = { undo: { op: 'remove', id: block.$.id }, redo, next: null } as const
  return { id: randomUUID(), changes: [change], before: null, after: null }
}

type Id = Awaited<ReturnType<typeof write>>

const tell = ({ call }: Desktop, articleId: Id, ...undo: UndoEvent[]) =>
  call.articles.journal({ articleId, step: randomUUID(), ops: [put(paragraph('字'))], undo })

const read = async ({ call }: Desktop, articleId: Id, direction: 'undo' | 'redo', beyond: string | null = null) =>
  (await call.articles.undoSteps({ articleId, direction, beyond, limit: 100 })).map(({ id }) => id)

const done = (step: UndoStep): UndoEvent => ({ event: 'done', step })

describe('what undo takes back', () => {
  it('is there after a restart, the last first, and as it was told last', async () => {
    const { desktop, articleId } = await opened()
    const [one, two] = [stepOf('一'), stepOf('二')]
    await tell(desktop, articleId, done(one))
    await tell(desktop, articleId, done(two))
    const grown = { ...two, changes: stepOf('二二').changes }
    await tell(desktop, articleId, done(grown))
    const again = await desktop.restart()
    expect(await again.call.articles.undoSteps({ articleId, direction: 'undo', beyond: null, limit: 9 })).toEqual([
      grown,
      one,
    ])
    expect(await read(again, articleId, 'undo', two.id)).toEqual([one.id])
  })

  it('can be done again until something else is done', async () => {
    const { desktop, articleId } = await opened()
    const [one, two, three, four] = [stepOf('一'), stepOf('二'), stepOf('三'), stepOf('四')]
    await tell(desktop, articleId, done(one), done(two), done(three))
    await tell(desktop, articleId, { event: 'undone', id: three.id }, { event: 'undone', id: two.id })
    expect(await read(desktop, articleId, 'undo')).toEqual([one.id])
    expect(await read(desktop, articleId, 'redo')).toEqual([two.id, three.id])
    expect(await read(desktop, articleId, 'redo', two.id)).toEqual([three.id])
    await tell(desktop, articleId, { event: 'redone', id: two.id })
    expect(await read(desktop, articleId, 'undo')).toEqual([two.id, one.id])
    await tell(desktop, articleId, done(four))
    expect(await read(desktop, articleId, 'redo')).toEqual([])
    expect(await read(desktop, articleId, 'undo')).toEqual([four.id, two.id, one.id])
  })

  it('is kept once, however often it is sent, and not at all when its words are refused', async () => {
    const { desktop, articleId } = await opened()
    const step = randomUUID()
    const ops = [put(paragraph('一'))]
    const undo = [done(stepOf('一'))]
    await desktop.call.articles.journal({ articleId, step, ops, undo })
    await desktop.call.articles.journal({ articleId, step, ops, undo })
    expect(await read(desktop, articleId, 'undo')).toHaveLength(1)
    await desktop.call.articles.bin({ articleId })
    await expect(tell(desktop, articleId, done(stepOf('二')))).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await read(desktop, articleId, 'undo')).toHaveLength(1)
  })

  it('goes, the oldest first, when it has become too much', async () => {
    const { desktop, articleId } = await opened()
    const long = Array.from({ length: 6 }, () => stepOf('长'.repeat(1024 * 1024)))
    for (const step of long) await tell(desktop, articleId, done(step))
    expect(await read(desktop, articleId, 'undo')).toEqual(
      long
        .slice(3)
        .map(({ id }) => id)
        .toReversed(),
    )
    const many = Array.from({ length: 510 }, () => stepOf('短'))
    await tell(desktop, articleId, ...many.map(done))
    const kept = await desktop.call.articles.undoSteps({ articleId, direction: 'undo', beyond: null, limit: 200 })
    expect(kept[0]?.id).toBe(many.at(-1)?.id)
    const oldest = await desktop.call.articles.undoSteps({
      articleId,
      direction: 'undo',
      beyond: many[10]?.id ?? null,
      limit: 200,
    })
    expect(oldest).toEqual([])
  })
})
