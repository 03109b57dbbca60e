import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { DiskTroubleCode } from '#shared/contract/recovery.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Bundle } from '../bench/kit/bundle.ts'
import { bundle } from '../bench/kit/bundle.ts'
import { bundleCrashProgram } from '../crash/program.ts'
import { FaultyCore, step, wordsOf } from '../faults/faultyCore.ts'
import type { Rule } from '../faults/layer.ts'
import { diskLayer, fullDisk, readOnlyDisk } from '../faults/layer.ts'

const unreadable: readonly Rule[] = [{ call: 'any', failure: 'EIO' }]
const noWrites: readonly Rule[] = (['write', 'create', 'sync'] as const).map((call) => ({ call, failure: 'EIO' }))

const faults: { name: string; rules: readonly Rule[]; code: DiskTroubleCode; readable: boolean }[] = [
  { name: 'a full disk', rules: fullDisk, code: 'disk_full', readable: true },
  { name: 'a read-only disk', rules: readOnlyDisk, code: 'disk_read_only', readable: true },
  { name: 'a disk that fails to write', rules: noWrites, code: 'disk_failing', readable: true },
  { name: 'a disk that cannot be read', rules: unreadable, code: 'disk_failing', readable: false },
]

describe.skipIf('missing' in diskLayer())('a program that starts', { timeout: 120_000 }, () => {
  let first: Bundle
  let anyway: Bundle
  let profile: FaultyCore
  let articleId: ArticleId
  beforeAll(async () => {
    first = await bundleCrashProgram()
    anyway = await bundle({
      child: 'tests/faults/anywayChild.ts',
      archive: 'src/core/archive/worker.ts',
      backup: 'src/core/backup/worker.ts',
      search: 'src/core/search/worker.ts',
    })
  }, 60_000)
  afterAll(async () => {
    await first.remove()
    await anyway.remove()
  })

  /** A profile with words, of which the last lie in the write-ahead log alone. */
  beforeEach(async () => {
    profile = new FaultyCore(first.file('child'))
    const call = await profile.start()
    ;({ articleId } = await call.articles.create({ kind: 'original' }))
    for (const text of ['先前', '最后']) await call.articles.journal(step(articleId, text))
  })
  afterEach(() => profile.remove())

  const start = () => profile.start(anyway.file('child'))
  const files = () =>
    readdirSync(profile.dataDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(profile.dataDir, name)).isFile() && !/-shm$|^lock|^instance/.test(name))
      .map((name) => [name, readFileSync(join(profile.dataDir, name)).toString('base64')])

  async function expectWritable(call: CoreCalls): Promise<void> {
    await call.articles.journal(step(articleId, '接着写'))
    expect(await wordsOf(call, articleId)).toEqual(['接着写', '最后', '先前'])
  }

  describe.each(faults)('on $name', ({ rules, code, readable }) => {
    it.each(['killed', 'closed'])('after it was %s shows what there is, changes nothing, and goes on', async (how) => {
      await (how === 'killed' ? profile.kill() : profile.close())
      const before = files()
      profile.breakDisk(rules)
      const call = await start()
      expect((await call.recovery.status({})).disk).toEqual({ code, folder: profile.dataDir, readable })
      await expect(call.articles.journal(step(articleId, '放不下'))).rejects.toMatchObject({ code, retryable: true })
      await expect(call.recovery.retry({})).rejects.toMatchObject({ code })
      if (readable) {
        expect(await wordsOf(call, articleId)).toEqual(['最后', '先前'])
        const report = await call.archives.export({ file: join(profile.base, 'another disk.zip') })
        expect(report).toMatchObject({ counts: { articles: 1, drafts: 1 }, damaged: [] })
      } else await expect(call.articles.open({ articleId })).rejects.toMatchObject({ code })
      profile.breakDisk()
      expect(files()).toEqual(before)

      // A person asks for it after a kill; otherwise it comes by itself. The connection ends either way.
      if (how === 'killed') await call.recovery.retry({}).catch(() => undefined)
      await vi.waitFor(async () => expect((await profile.window().recovery.status({})).disk).toBeNull(), 30_000)
      await expectWritable(profile.window())
    })
  })
})
