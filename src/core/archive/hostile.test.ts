import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { paragraph } from '#shared/document/make.ts'
import { revisionId } from '#shared/document/revision.ts'
import { emptyContent } from '#shared/document/content.ts'
import type { ErrorCode } from '#shared/rpc/errors.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { desktopOf, exported } from '#core/testing/archives.ts'
import type { OwnDesktop } from '#core/testing/archives.ts'
import { write } from '#core/testing/articles.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import type { RawEntry } from '#core/testing/zips.ts'
import { archiveOf, zipFile } from '#core/testing/zips.ts'
import { stageArchive } from './stage.ts'

let desktop: OwnDesktop
beforeEach(async () => {
  desktop = await desktopOf()
  await write(desktop.call, '这里的文字。')
})

/** Whatever a stranger's file holds: nothing of the library changes, and nothing of the file stays. */
afterEach(async () => {
  const { rows, total } = await desktop.call.articles.list({ view: 'mine', offset: 0, limit: 10 })
  expect(total).toBe(1)
  expect(rows[0]?.excerpt).toBe('这里的文字。')
  expect(existsSync(join(desktop.dataDir, 'importing'))).toBe(false)
  expect((await desktop.call.archives.status({})).contents).toBeNull()
  await expect(desktop.call.archives.import({})).rejects.toMatchObject({ code: 'not_found' })
})

async function expectRefused(file: string, reason: string, code: ErrorCode = 'archive_invalid'): Promise<void> {
  await expect(desktop.call.archives.inspect({ file })).rejects.toMatchObject({
    code,
    details: code === 'archive_invalid' ? { reason: `archive.${reason}` } : {},
  })
}

const manifest = {
  format: 'galley/archive',
  version: 1,
  madeAt: '2026-05-01T08:00:00.000Z',
  madeBy: { id: newArticleId(), name: '某人', account: 'someone' },
  newsroom: '某报',
  people: [],
  counts: { articles: 0, drafts: 0, revisions: 0, points: 0, pictures: 0 },
}
const readme: RawEntry = { name: 'README.txt', bytes: Buffer.from('…') }
const contents: RawEntry = { name: 'contents.txt', bytes: Buffer.from('') }
const articleId = newArticleId()
const folder = `articles/${articleId}`

const json = (name: string, value: unknown): RawEntry => ({ name, bytes: Buffer.from(JSON.stringify(value)) })

const record = {
  articleId,
  authorId: newArticleId(),
  coWriters: [],
  writers: [],
  slug: '稿',
  headline: '',
  excerpt: '',
  kind: 'original',
  columnId: null,
  status: { state: 'drafting' },
  verdicts: [],
  receipts: [],
  binnedAt: null,
  updatedAt: '2026-05-01T08:00:00.000Z',
  draft: null,
}

/** An archive of one article, of which a test changes what it likes. */
const oneArticle = (article: unknown, history = '', more: RawEntry[] = []): string =>
  zipFile(
    archiveOf(
      [
        readme,
        contents,
        json(`${folder}/article.json`, article),
        { name: `${folder}/text.md`, bytes: Buffer.from('') },
        { name: `${folder}/history.jsonl`, bytes: Buffer.from(history) },
        ...more,
      ],
      { ...manifest, counts: { ...manifest.counts, articles: 1, pictures: more.length } },
    ),
  )

describe('an archive that is made by hand', () => {
  it('is read when nothing is wrong with it, so that the refusals below have the reason that they name', async () => {
    const file = oneArticle(record)
    expect(await desktop.call.archives.inspect({ file })).toMatchObject({ counts: { articles: 1 } })
    await desktop.call.archives.discard({})
  })
})

describe('names', () => {
  it.each([
    '../outside.txt',
    '/etc/passwd',
    'C:/Windows/evil.dll',
    'articles/../../outside',
    'articles\\..\\outside',
    'media/evil.png',
    '__proto__',
    'articles/',
    `${folder}/constructor.prototype`,
  ])('%s is no name of an archive, and nothing is written under it', async (name) => {
    const file = zipFile([...archiveOf([readme], manifest), { name, bytes: Buffer.from('x') }])
    await expect(desktop.call.archives.inspect({ file })).rejects.toMatchObject({ code: 'archive_invalid' })
  })

  it('that stand in it twice are refused: which one is meant?', async () => {
    await expectRefused(zipFile([...archiveOf([readme], manifest), readme]), 'twice')
  })

  it('of links are refused', async () => {
    await expectRefused(zipFile(archiveOf([{ ...readme, mode: 0o120777 }], manifest)), 'link')
  })
})

describe('sizes', () => {
  it('that nothing of its kind has are refused before anything is unpacked', async () => {
    await expectRefused(zipFile(archiveOf([{ ...readme, compress: true, claims: 2 ** 31 }], manifest)), 'tooLarge')
  })

  it('that only a bomb has are refused', async () => {
    const bytes = Buffer.alloc(60 * 1024 * 1024)
    const bombs = Array.from({ length: 3 }, (): RawEntry => {
      const name = `articles/${newArticleId()}/text.md`
      return { name, bytes, compress: true }
    })
    await expectRefused(zipFile(archiveOf(bombs, manifest)), 'bomb')
  })

  it('that are smaller than what comes out are found out', async () => {
    const bytes = Buffer.alloc(500_000)
    await expectRefused(zipFile(archiveOf([{ ...readme, bytes, compress: true, claims: 10 }], manifest)), 'broken')
  })

  it('that are larger than what comes out are found out', async () => {
    const entry = { ...readme, bytes: Buffer.alloc(5000), compress: true, claims: 9000 }
    await expectRefused(zipFile(archiveOf([entry], manifest)), 'broken')
  })

  it('of a directory with more than a million entries are refused without reading it', async () => {
    await expectRefused(zipFile(archiveOf([readme], manifest), 1_000_001), 'tooMany')
  })
})

describe('a file', () => {
  it('that is no ZIP is refused', async () => {
    const file = join(temporaryFolder(), 'letter.zip')
    writeFileSync(file, '这不是存档。')
    await expectRefused(file, 'broken')
  })

  it('that was cut off is refused', async () => {
    const file = await exported(desktop)
    truncateSync(file, readFileSync(file).length - 100)
    await expectRefused(file, 'broken')
  })

  it('in which a byte has changed is refused, wherever it is', async () => {
    const file = await exported(desktop)
    const whole = readFileSync(file)
    for (let at = 60; at < whole.length; at += Math.ceil(whole.length / 24)) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      const copy = join(temporaryFolder(), 'damaged.zip')
      writeFileSync(copy, damaged)
      const outcome = await stageArchive({ dataDir: desktop.dataDir, file: copy }, () => {}).then(
        ({ counts }) => counts.drafts,
        (error: unknown) => (isGalleyError(error) ? error.code : error),
      )
      // Some bytes of a ZIP mean nothing to who reads it: times, and headers that stand in it twice.
      expect([1, 'archive_invalid']).toContain(outcome)
    }
    await desktop.call.archives.discard({})
  })

  it('that is not there, or a folder, is said to be that', async () => {
    const nowhere = join(temporaryFolder(), 'nowhere.zip')
    await expect(desktop.call.archives.inspect({ file: nowhere })).rejects.toMatchObject({
      code: 'file_unusable',
      details: { reason: 'missing' },
    })
    await expect(desktop.call.archives.inspect({ file: 'library.zip' })).rejects.toMatchObject({
      code: 'file_unusable',
      details: { reason: 'relative' },
    })
  })

  it('that is encrypted is refused', async () => {
    await expectRefused(zipFile(archiveOf([{ ...readme, compress: true, flags: 1 }], manifest)), 'encrypted')
  })

  it('of a newer version is refused, and says which', async () => {
    const file = zipFile(archiveOf([readme], { ...manifest, version: 2, counts: 'of another shape' }))
    await expect(desktop.call.archives.inspect({ file })).rejects.toMatchObject({
      code: 'archive_newer',
      details: { found: 2, known: 1 },
    })
  })

  it('of another format is refused', async () => {
    await expectRefused(zipFile(archiveOf([readme], { ...manifest, format: 'galley/letter' })), 'malformed')
  })
})

describe('what it says', () => {
  it('has to fit its checksum', async () => {
    const entries = archiveOf([readme], manifest).map((entry) =>
      entry.name === 'README.txt' ? { ...entry, bytes: Buffer.from('！') } : entry,
    )
    await expectRefused(zipFile(entries), 'wrongHash')
  })

  it('has to have a checksum', async () => {
    const [, ...others] = archiveOf([readme, contents], manifest)
    await expectRefused(zipFile([...others, { ...readme, name: `${folder}/text.md` }]), 'missing')
  })

  it('has to be in it', async () => {
    const entries = archiveOf([readme, json(`${folder}/article.json`, record)], manifest)
    await expectRefused(zipFile(entries), 'missing')
  })

  it('has to be as much as its manifest says', async () => {
    await expectRefused(
      zipFile(archiveOf([readme], { ...manifest, counts: { ...manifest.counts, drafts: 7 } })),
      'miscounted',
    )
  })

  it('has to be of the article whose folder it is in', async () => {
    await expectRefused(oneArticle({ ...record, articleId: newArticleId() }), 'malformed')
  })

  it('has to be JSON', async () => {
    await expectRefused(oneArticle(record, '{"kind":\n'), 'notJson')
  })

  it('may not be nested without end', async () => {
    await expectRefused(oneArticle(record, `${'['.repeat(200_000)}\n`), 'tooDeep')
  })

  it('has to be an article', async () => {
    const content = { ...emptyContent, blocks: [{ type: 'paragraph', children: 'none' }] }
    const draft = { version: 1, savedAt: record.updatedAt, step: null, baseRevision: null, baseVersion: null, content }
    await expectRefused(oneArticle({ ...record, draft }), 'malformed')
  })

  it('may be an article of a newer Galley, which is said', async () => {
    const content = { ...emptyContent, schemaVersion: 99 }
    const draft = { version: 1, savedAt: record.updatedAt, step: null, baseRevision: null, baseVersion: null, content }
    await expectRefused(oneArticle({ ...record, draft }), '', 'document_newer')
  })

  it('cannot call a revision what it is not', async () => {
    const content = { ...emptyContent, blocks: [paragraph('没有人送审过的话。')] }
    const id = revisionId({ articleId, parents: [], content: emptyContent })
    const line = { kind: 'revision', id, parents: [], storedAt: record.updatedAt, content }
    await expectRefused(oneArticle(record, `${JSON.stringify(line)}\n`), 'lyingRevision')
  })

  it('cannot show a text that is not there', async () => {
    const facts = { reason: 'writing', version: 1, at: record.updatedAt, personId: null, origin: null }
    const point = { kind: 'point', seq: 1, ...facts, revisionId: null, text: 5, characters: 0, added: 0, removed: 0 }
    await expectRefused(oneArticle(record, `${JSON.stringify(point)}\n`), 'malformed')
  })

  it('cannot give a picture a name that is not its hash', async () => {
    const picture = { name: `media/${'ab'.repeat(32)}.png`, bytes: Buffer.from('not that') }
    await expectRefused(oneArticle(record, '', [picture]), 'wrongHash')
  })
})
