import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { ErrorCode } from '#shared/rpc/errors.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { silentLogger } from '#shared/log.ts'
import type { Random } from '../kit/random.ts'
import { randomFrom } from '../kit/random.ts'

type Texts = Map<ArticleId, ArticleContent>

interface Profile {
  folder: string
  texts: Texts
}

const contents = async ({ call }: Desktop, ids: Iterable<ArticleId>): Promise<Texts> => {
  const found: Texts = new Map()
  for (const articleId of ids) found.set(articleId, (await call.articles.open({ articleId })).content)
  return found
}

/** A profile as a kill leaves it: some of it in library.db, the latest in library.db-wal. */
async function killedProfile(): Promise<Profile> {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  const first = await openDesktop({ dataDir, log: silentLogger })
  const ids: ArticleId[] = []
  for (let n = 0; n < 12; n += 1)
    ids.push(await write(first.call, `第 ${n} 篇${'。河堤沿线的测点'.repeat(20 + n * 9)}`))
  const second = await first.restart({ log: silentLogger })
  for (const [n, articleId] of ids.entries()) await type(second.call, articleId, `第 ${n} 篇的最后一段`)
  const texts = await contents(second, ids)
  const folder = join(temporaryFolder(), 'profile')
  cpSync(dataDir, folder, { recursive: true })
  return { folder, texts }
}

/** A profile as a good end leaves it: all of it in library.db. */
async function closedProfile(): Promise<Profile> {
  const { folder, texts } = await killedProfile()
  const desktop = await openDesktop({ dataDir: folder, log: silentLogger })
  await desktop.core.close()
  return { folder, texts }
}

/** Opens a copy that `harm` was done to, and expects every text in it. */
async function expectTexts({ folder, texts }: Profile, harm: (library: string) => void, which = '') {
  const dataDir = join(temporaryFolder(), 'profile')
  cpSync(folder, dataDir, { recursive: true })
  harm(join(dataDir, 'library.db'))
  const desktop = await openDesktop({ dataDir, log: silentLogger })
  expect([which, await contents(desktop, texts.keys())]).toEqual([which, texts])
  const [articleId] = texts.keys()
  if (articleId !== undefined) await type(desktop.call, articleId, '还能接着写')
  await desktop.core.close()
}

describe('a library that was killed', { timeout: 120_000 }, () => {
  it('needs no shared memory, and believes none that is not its own', async () => {
    const profile = await killedProfile()
    await expectTexts(profile, (library) => rmSync(`${library}-shm`, { force: true }))
    await expectTexts(profile, (library) => writeFileSync(`${library}-shm`, Buffer.alloc(32_768, 0xa5)))
    await expectTexts(profile, (library) => writeFileSync(`${library}-shm`, 'x'))
  })

  it('has every word without its write-ahead log, and with one that is torn, changed or of another library', async () => {
    const profile = await killedProfile()
    const random = randomFrom(11)
    const wal = readFileSync(join(profile.folder, 'library.db-wal'))
    expect(wal.length).toBeGreaterThan(4096)
    await expectTexts(profile, (library) => rmSync(`${library}-wal`))
    await expectTexts(profile, (library) => truncateSync(`${library}-wal`, 0))
    await expectTexts(profile, (library) => writeFileSync(`${library}-wal`, Buffer.alloc(wal.length, 0x5a)))
    for (let n = 0; n < 10; n += 1) {
      await expectTexts(profile, (library) => truncateSync(`${library}-wal`, random(wal.length)))
      await expectTexts(profile, (library) => writeFileSync(`${library}-wal`, flipped(wal, random)))
    }
  })

  it('has every word when bits of it are wrong, wherever they are', async () => {
    const profile = await killedProfile()
    const library = readFileSync(join(profile.folder, 'library.db'))
    for (let seed = 1; seed <= 30; seed += 1) {
      await expectTexts(profile, (file) => writeFileSync(file, flipped(library, randomFrom(seed))), `seed ${seed}`)
    }
  })
})

describe('a library that was closed', { timeout: 120_000 }, () => {
  it('never shows other words than those that were written when bits of it are wrong, and has all after a repair', async () => {
    const profile = await closedProfile()
    const library = readFileSync(join(profile.folder, 'library.db'))
    let refused = 0
    for (let seed = 101; seed <= 140; seed += 1) {
      const dataDir = join(temporaryFolder(), 'profile')
      cpSync(profile.folder, dataDir, { recursive: true })
      writeFileSync(join(dataDir, 'library.db'), flipped(library, randomFrom(seed)))
      const desktop = await openDesktop({ dataDir, log: silentLogger })
      for (const [articleId, content] of profile.texts) {
        const found = await desktop.call.articles.open({ articleId }).catch((error: unknown) => error)
        if (isGalleyError(found)) {
          expect([seed, reported.has(found.code)]).toEqual([seed, true])
          refused += 1
        } else expect([seed, found]).toMatchObject([seed, { content }])
      }
      const { damaged } = await desktop.call.recovery.status({})
      const again = await desktop.restart()
      if (damaged) expect([seed, await contents(again, profile.texts.keys())]).toEqual([seed, profile.texts])
      await again.core.close()
    }
    // Otherwise nothing was hit that it is about.
    expect(refused).toBeGreaterThan(0)
  })
})

/** Nobody takes these for the text. */
const reported = new Set<ErrorCode>(['database_damaged', 'document_invalid', 'not_found'])

/** With one to three bits wrong. */
function flipped(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes)
  for (let n = 1 + random(3); n > 0; n -= 1) {
    const at = random(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random(8))
  }
  return changed
}
