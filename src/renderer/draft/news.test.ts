import { describe, expect, it } from 'vitest'

import { emptyContent } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import { newPersonId } from '#shared/domain/ids.ts'
import { a, b, open } from './testDraft.ts'

const other = (text: string) => ({ ...emptyContent, blocks: [paragraph('甲', a), paragraph(text, b)] })

describe('what another window has saved', () => {
  it('is asked for when core tells of it', () => {
    const { session, core, behind, look } = open()
    core.replace(other('乙外'))
    session.hear(core.version)
    expect(behind).toHaveLength(1)
    look()
    expect(session.content()).toEqual(other('乙外'))
    session.hear(core.version)
    expect(behind).toHaveLength(1)
  })

  it('is not taken for what is under way here', async () => {
    const { session, core, behind, type } = open()
    core.hold()
    type('甲一')
    const saved = session.flush()
    session.hear(8)
    core.release()
    await saved
    expect(core.version).toBe(8)
    expect(behind).toHaveLength(0)
  })

  it('is asked for when one’s own words are saved, where it was told before', async () => {
    const { session, core, behind, type } = open()
    core.hold()
    type('甲一')
    const saved = session.flush()
    session.hear(9)
    core.release()
    await saved
    expect(behind).toHaveLength(1)
  })

  it('waits until nobody composes', () => {
    const { session, core, behind } = open()
    const end = session.inputMethods.compose()
    core.replace(other('乙外'))
    session.hear(core.version)
    expect(behind).toHaveLength(0)
    end()
    return Promise.resolve().then(() => expect(behind).toHaveLength(1))
  })
})

describe('whose words came in', () => {
  const from = [newPersonId()]
  const at = '2026-05-01T14:03:00.000Z'

  it('is said when they are on the screen, and until something is saved after a while', async () => {
    const { session, core, timers, look, type } = open()
    core.replace(other('乙外'))
    session.hearOf({ version: core.version, from, at })
    expect(session.getSnapshot().notice).toBeNull()
    look()
    expect(session.getSnapshot().notice).toEqual({ kind: 'tookIn', from, at })
    type('甲一')
    await session.flush()
    expect(session.getSnapshot().notice).not.toBeNull()
    await timers.pass(8_000)
    expect(session.getSnapshot().notice).not.toBeNull()
    type('甲二')
    await session.flush()
    expect(session.getSnapshot().notice).toBeNull()
  })

  it('names all of them, where several came in at once', () => {
    const { session, core, look } = open()
    const second = newPersonId()
    core.replace(other('乙外'))
    session.hearOf({ version: core.version, from, at })
    core.replace(other('乙外外'))
    session.hearOf({ version: core.version, from: [second, ...from], at })
    look()
    expect(session.getSnapshot().notice).toMatchObject({ from: [...from, second] })
  })
})
