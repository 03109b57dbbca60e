import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { type, write } from '#core/testing/articles.ts'
import type { Desktop } from '#core/testing/desktop.ts'
import { openDesktop } from '#core/testing/desktop.ts'
import { checkDatabase } from '#core/db/copy.ts'
import { enrolLocally } from '#core/testing/enrolLocally.ts'
import { temporaryFolder } from '#core/testing/folder.ts'

/** Printed by fast-check when a case fails; the same seed gives the same cases. */
const seed = 20_261_124

const Damage = fc.record({
  /** Where, as a share of the file. */
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.integer({ min: 1, max: 20_000 }),
  with: fc.integer({ min: 0, max: 255 }),
})
const Case = fc.record({
  damages: fc.array(Damage, { minLength: 1, maxLength: 6 }),
  truncate: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }),
  /** Paragraphs written before the backup, and since. */
  before: fc.integer({ min: 0, max: 6 }),
  since: fc.integer({ min: 1, max: 12 }),
  backup: fc.boolean(),
  /** Whether the word log survives: without it, backup and file have to do. */
  log: fc.boolean(),
})

function damage(
  file: string,
  { damages, truncate }: { damages: { at: number; bytes: number; with: number }[]; truncate: number | null },
): void {
  const bytes = readFileSync(file)
  for (const { at, bytes: count, with: value } of damages) {
    const from = Math.floor(at * bytes.length)
    bytes.fill(value, from, Math.min(bytes.length, from + count))
  }
  writeFileSync(file, truncate === null ? bytes : bytes.subarray(0, Math.floor(truncate * bytes.length)))
}

async function paragraphs({ call }: Desktop, articleId: ArticleId): Promise<string[]> {
  const article = await call.articles.open({ articleId }).catch(() => null)
  return article === null ? [] : bodyText(article.content.blocks).split('\n')
}

it('finds again everything that was saved, wherever the file is damaged', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(Case, async ({ before, since, backup, log, ...harm }) => {
      const dataDir = temporaryFolder()
      enrolLocally(dataDir)
      const desktop = await openDesktop({ dataDir, log: quiet })
      const written = new Map<ArticleId, string[]>()
      const say = async (n: number) => {
        const text = `第${n}段${'字'.repeat(n * 70)}`
        const [known] = n % 3 === 0 ? [] : written.keys()
        if (known === undefined) written.set(await write(desktop.call, text), [text])
        else {
          await type(desktop.call, known, text)
          written.get(known)?.push(text)
        }
      }
      for (let n = 1; n <= before; n += 1) await say(n)
      if (backup) await desktop.call.backups.now({})
      const backedUp = new Map([...written].map(([articleId, texts]) => [articleId, [...texts]]))
      for (let n = 1; n <= since; n += 1) await say(before + n)
      await desktop.core.close()
      if (!log) writeFileSync(join(dataDir, 'words', 'words-000001.log'), '')
      damage(join(dataDir, 'library.db'), harm)
      const again = await desktop.restart({ log: quiet })
      const promised = log ? written : backup ? backedUp : new Map<ArticleId, string[]>()
      for (const [articleId, texts] of promised) {
        expect(await paragraphs(again, articleId)).toEqual(expect.arrayContaining(texts))
      }
      if (log) {
        for (const [articleId, texts] of written) {
          expect((await paragraphs(again, articleId)).toSorted()).toEqual(texts.toSorted())
        }
      }
      await again.core.close()
      expect(checkDatabase(join(dataDir, 'library.db')).bytes).toBeGreaterThan(0)
    }),
    { seed, numRuns: 12 },
  )
})

const quiet = { info() {}, warn() {}, error() {} }
