import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { put, write } from '#core/testing/articles.ts'
import { png } from '#core/testing/pictures.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import { picture } from '#shared/document/make.ts'
import type { Bundle } from '../bench/kit/bundle.ts'
import { bundleCrashProgram } from '../crash/program.ts'
import { FaultyCore, wordsOf } from '../faults/faultyCore.ts'
import type { Rule } from '../faults/layer.ts'
import { diskLayer, fullDisk, readOnlyDisk } from '../faults/layer.ts'

/** Enough for an import to have a middle. */
const articles = 12

describe.skipIf('missing' in diskLayer())('an archive and a disk that fails', { timeout: 120_000 }, () => {
  let built: Bundle
  let source: FaultyCore
  let target: FaultyCore
  let archive: string

  beforeAll(async () => {
    built = await bundleCrashProgram()
    source = new FaultyCore(built.file('child'))
    archive = join(source.root, 'library.zip')
    const call = await source.start()
    const { media } = await call.media.add({ bytes: png(7, 5) })
    for (let n = 0; n < articles; n += 1) {
      await write(call, `第${n}篇。`, put(picture({ media, width: 7, height: 5 })))
    }
    await call.archives.export({ file: archive })
  }, 120_000)
  afterAll(async () => {
    await source.remove()
    await built.remove()
  })
  beforeEach(() => {
    target = new FaultyCore(built.file('child'))
  })
  afterEach(() => target.remove())

  const shelf = async (call: CoreCalls) => (await call.articles.list({ view: 'mine', offset: 0, limit: 100 })).rows

  /** What was there is there, and of the archive everything is, or nothing. */
  async function expectAllOrNothing(call: CoreCalls): Promise<number> {
    const rows = await shelf(call)
    const own = rows.filter(({ excerpt }) => excerpt.startsWith('本来就有的'))
    expect(own).toHaveLength(1)
    const came = rows.length - 1
    expect([0, articles]).toContain(came)
    expect(existsSync(join(target.dataDir, 'importing'))).toBe(false)
    const library = new Sqlite(join(target.dataDir, 'library.db'), { readonly: true })
    expect(library.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(library.pragma('foreign_key_check')).toEqual([])
    library.close()
    return came
  }

  describe('killed in the middle of an import', () => {
    const moments: [string, Rule][] = [
      ...[1, 5, 30].map((first): [string, Rule] => [`write ${first}`, { call: 'write', failure: 'KILL', first }]),
      ...[2, 6].map((first): [string, Rule] => [`sync ${first}`, { call: 'sync', failure: 'KILL', first }]),
      ['moving the picture', { call: 'rename', failure: 'KILL', part: 'media' }],
      ['the write of the commit', { call: 'write', failure: 'TORN', part: 'library.db-wal' }],
      ['the sync of the commit', { call: 'sync', failure: 'KILL', part: 'library.db-wal' }],
      ['the first words in the log', { call: 'write', failure: 'KILL', part: 'words-' }],
      ['the removal of what was staged', { call: 'unlink', failure: 'KILL', part: 'importing' }],
    ]

    it.each(moments)('at %s, has all of it or nothing, and can be done again', async (_name, rule) => {
      const call = await target.start()
      const own = await write(call, '本来就有的。')
      await call.archives.inspect({ file: archive })
      target.breakDisk([rule])
      await call.archives.import({}).catch(() => undefined)
      await target.kill()
      target.breakDisk()

      const again = await target.start()
      await expectAllOrNothing(again)
      expect(await wordsOf(again, own)).toEqual(['本来就有的。'])
      await again.archives.inspect({ file: archive })
      await again.archives.import({})
      expect(await expectAllOrNothing(again)).toBe(articles)
    })
  })

  it.each([
    ['at its first bytes', { call: 'write', failure: 'KILL', first: 1, part: 'stick' }],
    ['in the middle', { call: 'write', failure: 'TORN', first: 4, part: 'stick' }],
    ['before it is synced', { call: 'sync', failure: 'KILL', part: 'stick' }],
    ['before it has its name', { call: 'rename', failure: 'KILL', part: 'stick' }],
  ] satisfies [string, Rule][])('killed in the middle of an export, %s, leaves no half one', async (_name, rule) => {
    const call = await target.start()
    const own = await write(call, '本来就有的。')
    const stick = join(target.root, 'stick')
    mkdirSync(stick)
    const file = join(stick, 'library.zip')
    target.breakDisk([rule])
    await expect(call.archives.export({ file })).rejects.toThrow()
    await target.kill()
    expect(existsSync(file)).toBe(false)
    target.breakDisk()

    const again = await target.start()
    expect(await wordsOf(again, own)).toEqual(['本来就有的。'])
    // What the dead one left is not in the way.
    expect(await again.archives.export({ file })).toMatchObject({ counts: { articles: 1 } })
    expect(readdirSync(stick)).toEqual(['library.zip'])
  })

  it('out of space in the middle of an export, says so and leaves the archive that was there', async () => {
    const call = await target.start()
    await write(call, '本来就有的。')
    const stick = join(target.root, 'stick')
    mkdirSync(stick)
    const file = join(stick, 'library.zip')
    await call.archives.export({ file })
    const before = readFileSync(file)
    target.breakDisk([{ call: 'write', failure: 'ENOSPC', first: 4, part: 'stick' }])
    await expect(call.archives.export({ file })).rejects.toMatchObject({
      code: 'archive_not_written',
      details: { why: 'disk_full' },
    })
    expect(readdirSync(stick)).toEqual(['library.zip'])
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  const faults: [string, readonly Rule[], string][] = [
    ['full', fullDisk, 'disk_full'],
    ['read-only', readOnlyDisk, 'disk_read_only'],
    ['failing', [{ call: 'write', failure: 'EIO' }], 'disk_failing'],
  ]

  describe.each(faults)('a %s disk', (_name, rules, code) => {
    it('of the library refuses an archive, says why, and has what it had', async () => {
      const call = await target.start()
      await write(call, '本来就有的。')
      target.breakDisk(rules)
      await expect(call.archives.inspect({ file: archive })).rejects.toMatchObject({ code })
      target.breakDisk()
      await call.archives.inspect({ file: archive })
      target.breakDisk(rules)
      await expect(call.archives.import({})).rejects.toMatchObject({ code })
      target.breakDisk()
      await call.archives.discard({})
      expect(await expectAllOrNothing(call)).toBe(0)
    })

    it('that an archive goes to is named as such, and is left without half of one', async () => {
      const call = await target.start()
      await write(call, '本来就有的。')
      const stick = join(target.root, 'stick')
      mkdirSync(stick)
      target.breakDisk(rules.map((rule) => ({ ...rule, part: 'stick' })))
      const file = join(stick, 'library.zip')
      await expect(call.archives.export({ file })).rejects.toMatchObject({
        code: 'archive_not_written',
        details: { why: code },
      })
      expect(readdirSync(stick)).toEqual([])
      target.breakDisk()
      await call.archives.export({ file })
      expect(readdirSync(stick)).toEqual(['library.zip'])
    })
  })
})
