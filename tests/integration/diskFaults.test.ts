import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { png } from '#core/testing/pictures.ts'
import type { ErrorCode } from '#shared/rpc/errors.ts'
import type { Bundle } from '../bench/kit/bundle.ts'
import { bundleCrashProgram } from '../crash/program.ts'
import { FaultyCore, step, wordsOf } from '../faults/faultyCore.ts'
import type { Rule } from '../faults/layer.ts'
import { diskLayer, fullDisk, readOnlyDisk } from '../faults/layer.ts'
import { SimulatedDisk } from '../faults/simulatedDisk.ts'
import { randomFrom } from '../kit/random.ts'

interface Fault {
  name: string
  rules: readonly Rule[]
  code: ErrorCode
}

const faults: Fault[] = [
  { name: 'a full disk', rules: fullDisk, code: 'disk_full' },
  { name: 'a quota that is used up', rules: [{ call: 'write', failure: 'EDQUOT' }], code: 'disk_full' },
  { name: 'a read-only disk', rules: readOnlyDisk, code: 'disk_read_only' },
  { name: 'errors on writing', rules: [{ call: 'write', failure: 'EIO' }], code: 'disk_failing' },
  { name: 'errors on syncing', rules: [{ call: 'sync', failure: 'EIO' }], code: 'disk_failing' },
]

describe.skipIf('missing' in diskLayer())('while people type', { timeout: 120_000 }, () => {
  let built: Bundle
  let profile: FaultyCore
  beforeAll(async () => {
    built = await bundleCrashProgram()
  }, 60_000)
  afterAll(() => built.remove())
  beforeEach(() => {
    profile = new FaultyCore(built.file('child'))
  })
  afterEach(() => profile.remove())

  describe.each(faults)('$name', ({ rules, code }) => {
    it('is said, saves nothing, and takes nothing away; what was refused is saved when it is over', async () => {
      const call = await profile.start()
      const { articleId } = await call.articles.create({ kind: 'original' })
      await call.articles.journal(step(articleId, '先前'))
      const refused = step(articleId, '其间')

      profile.breakDisk(rules)
      await expect(call.articles.journal(refused)).rejects.toMatchObject({ code, retryable: true })
      await expect(call.articles.journal(refused)).rejects.toMatchObject({ code })
      await expect(call.media.add({ bytes: png(5, 4) })).rejects.toMatchObject({ code })
      expect(await wordsOf(call, articleId)).toEqual(['先前'])

      profile.breakDisk()
      await call.articles.journal(refused)
      await call.media.add({ bytes: png(5, 4) })
      expect(await wordsOf(call, articleId)).toEqual(['其间', '先前'])

      await profile.kill()
      const again = await profile.start()
      expect(await wordsOf(again, articleId)).toEqual(['其间', '先前'])
      expectWhole(profile)
    })

    it('while the bin is emptied takes nothing out of it that is not gone whole', async () => {
      const call = await profile.start()
      const { articleId } = await call.articles.create({ kind: 'original' })
      const { articleId: other } = await call.articles.create({ kind: 'original' })
      for (const one of [articleId, other]) {
        await call.articles.journal(step(one, '扔掉的话'))
        await call.articles.bin({ articleId: one })
      }
      const { articles } = await call.bin.contents({ articleIds: null })
      const going = articles.map(({ version, binnedAt, ...row }) => ({ articleId: row.articleId, version, binnedAt }))

      profile.breakDisk(rules)
      await expect(call.bin.empty({ articles: going })).rejects.toMatchObject({ code, retryable: true })
      expect((await call.bin.contents({ articleIds: null })).total).toBe(2)
      profile.breakDisk()
      expect(await wordsOf(call, articleId)).toEqual(['扔掉的话'])

      await profile.kill()
      const again = await profile.start()
      expect((await again.bin.contents({ articleIds: null })).total).toBe(2)
      expect(await wordsOf(again, other)).toEqual(['扔掉的话'])
      await again.bin.empty({ articles: going })
      expect((await again.bin.contents({ articleIds: null })).total).toBe(0)
      expectWhole(profile)
    })

    it('when the program starts is said, and leaves everything as it is', async () => {
      const call = await profile.start()
      const { articleId } = await call.articles.create({ kind: 'original' })
      await call.articles.journal(step(articleId, '先前'))
      await profile.kill()

      profile.breakDisk(rules)
      const started = await profile.start().then(
        () => null,
        (error: unknown) => error,
      )
      // It may do without the disk for the moment; where it cannot, it says why.
      if (started !== null) expect(started).toMatchObject({ why: { code, retryable: true } })
      await profile.kill()

      profile.breakDisk()
      expect(await wordsOf(await profile.start(), articleId)).toEqual(['先前'])
      expectWhole(profile)
    })
  })

  it('a disk that takes writes in pieces is worked on all the same', async () => {
    profile.breakDisk([{ call: 'write', failure: 'SHORT' }])
    const call = await profile.start()
    const { articleId } = await call.articles.create({ kind: 'original' })
    await call.articles.journal(step(articleId, '一次只收一半'))
    const bytes = png(40, 30)
    const { media } = await call.media.add({ bytes })
    await profile.kill()
    expect(await wordsOf(await profile.start(), articleId)).toEqual(['一次只收一半'])
    expect(new Uint8Array(readFileSync(join(profile.dataDir, 'media', media.slice(0, 2), media)))).toEqual(bytes)
    expectWhole(profile)
  })

  it('calls that fail at random are survived, whichever they are', async () => {
    const random = randomFrom(7)
    const call = await profile.start()
    const { articleId } = await call.articles.create({ kind: 'original' })
    const typed: string[] = []
    for (let n = 0; n < 120; n += 1) {
      const failure = (['ENOSPC', 'EIO'] as const)[random(2)] ?? 'EIO'
      profile.breakDisk([{ call: 'any', failure, first: 1 + random(12), times: 1 + random(3) }])
      const one = step(articleId, `第 ${n} 段 ${'清'.repeat(random(3) * 800)}`)
      // As the window does it: the same step again, until it is answered.
      for (let tries = 0; ; tries += 1) {
        const answer = await call.articles.journal(one).catch((error: unknown) => error)
        if (!(answer instanceof Error)) break
        expect(answer).toMatchObject({ code: expect.stringMatching(/^disk_(full|failing)$/) as string })
        expect(tries).toBeLessThan(10)
      }
      typed.unshift(JSON.stringify(one.ops[0]?.block).split('"text":"')[1]?.split('"')[0] ?? '')
      if (n % 30 === 29) {
        profile.breakDisk()
        expect(await wordsOf(call, articleId)).toEqual(typed)
      }
    }
    await profile.kill()
    profile.breakDisk()
    expect(await wordsOf(await profile.start(), articleId)).toEqual(typed)
    expectWhole(profile)
  })
})

/* After a failed sync Linux forgets that the pages were never written: what comes after must not stand on them. */
describe.skipIf('missing' in diskLayer())('a sync that failed', { timeout: 120_000 }, () => {
  it('is not believed the next time, even when the power goes then', async () => {
    const built = await bundleCrashProgram()
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = randomFrom(seed)
      const profile = new FaultyCore(built.file('child'), { logged: true })
      const disk = new SimulatedDisk(profile.root)
      const call = await profile.start()
      const { articleId } = await call.articles.create({ kind: 'original' })
      const acknowledged: string[] = []
      for (let n = 0; n < 12; n += 1) {
        profile.breakDisk(random(3) === 0 ? [{ call: 'sync', failure: 'EIO', times: 1 }] : [])
        const one = step(articleId, `第 ${n} 段`)
        await call.articles.journal(one).catch(() => call.articles.journal(one))
        acknowledged.unshift(`第 ${n} 段`)
      }
      await profile.kill()
      disk.follow(readFileSync(profile.log), random)
      disk.cutPower(random(2) === 0 ? null : random)
      profile.breakDisk()
      expect(await wordsOf(await profile.start(), articleId)).toEqual(acknowledged)
      expectWhole(profile)
      await profile.remove()
    }
    await built.remove()
  })
})

function expectWhole(profile: FaultyCore): void {
  const db = new Sqlite(join(profile.dataDir, 'library.db'), { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
}
