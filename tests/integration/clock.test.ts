import { randomUUID } from 'node:crypto'

import { expect, it } from 'vitest'

import { bodyText } from '#shared/document/text.ts'
import { put, write } from '#core/testing/articles.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { paragraph } from '#shared/document/make.ts'

const year = 365 * 24 * 60 * 60 * 1000

it('loses and reorders nothing when the clock jumps a year, either way', async () => {
  let time = Date.parse('2026-03-02T06:00:00.000Z')
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  let desktop = await openDesktop({ dataDir, clock: () => new Date(time) })
  const articleId = await write(desktop.call, '第 0 段')
  const texts = ['第 0 段']
  const versions: number[] = []
  for (const [n, jump] of [year, -2 * year, 1000, 3 * year, -year].entries()) {
    time += jump
    const { content } = await desktop.call.articles.open({ articleId })
    const text = `第 ${n + 1} 段`
    const ops = [put(paragraph(text), content.blocks.at(-1) ?? null)]
    const saved = await desktop.call.articles.journal({ articleId, step: randomUUID(), ops })
    // What was saved now was saved now, whatever the clock said before.
    expect(saved.savedAt).toBe(new Date(time).toISOString())
    versions.push(saved.version)
    texts.push(text)
    desktop = await desktop.restart({ clock: () => new Date(time) })
    const found = await desktop.call.articles.open({ articleId })
    expect(bodyText(found.content.blocks).split('\n')).toEqual(texts)
    expect(found).toMatchObject({ version: saved.version, savedAt: saved.savedAt })
    expect((await desktop.call.articles.list({ view: 'mine', offset: 0, limit: 10 })).rows).toHaveLength(1)
  }
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  // A version of the history for each sitting, in the order in which they were written and not of their times.
  const { entries } = await desktop.call.history.list({ articleId })
  const lengths: number[] = []
  for (const { text } of entries) {
    if (text === null) continue
    const { content } = await desktop.call.history.content({ articleId, text })
    lengths.push(content.blocks.length)
  }
  expect(lengths.length).toBeGreaterThan(0)
  expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
})
