import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'
import { z } from 'zod'

import { picture } from '#shared/document/make.ts'
import { desktopOf, exported } from '#core/testing/archives.ts'
import { put, write } from '#core/testing/articles.ts'
import { png } from '#core/testing/pictures.ts'
import { unzip } from '#core/testing/zips.ts'

const document = readFileSync(new URL('../../../docs/data.md', import.meta.url), 'utf8')
const chapter = document.slice(document.indexOf('## Archives'), document.indexOf('## Backups'))

/** The names of entries that the document's table has, `<…>` standing for anything. */
const documented = [...chapter.matchAll(/^\| `([^`]+)`/gm)].map(
  ([, name = '']) => new RegExp(`^${name.replaceAll('.', String.raw`\.`).replaceAll(/<[^>]+>/g, '[^/]+')}$`),
)

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const anything = z.record(z.string(), z.unknown())

it('can be read with nothing but a ZIP program and what docs/data.md says', async () => {
  const desktop = await desktopOf()
  const { call } = desktop
  const { media } = await call.media.add({ bytes: png(8, 6) })
  const articleId = await write(
    call,
    '清淤昨日完工。',
    put(
      picture(
        { media, width: 8, height: 6 },
        { alt: '河', caption: '清淤船', credit: '林夏', rights: '本报', source: '本报' },
      ),
    ),
  )
  await call.review.submit({ articleId })
  const entries = unzip(await exported(desktop))
  const text = (name: string) => entries.get(name)?.toString() ?? ''

  for (const name of entries.keys()) expect(documented.some((pattern) => pattern.test(name))).toBe(true)
  for (const pattern of documented) expect([...entries.keys()].some((name) => pattern.test(name))).toBe(true)

  const manifest = anything.parse(JSON.parse(text('manifest.json')))
  expect(manifest).toMatchObject({ format: 'galley/archive', version: 1, counts: { articles: 1, pictures: 1 } })
  expect(sha256(entries.get('sha256.txt') ?? new Uint8Array())).toBe(manifest['checksums'])
  const sums = text('sha256.txt').trim().split('\n')
  expect(sums).toHaveLength(entries.size - 2)
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ')
    expect(sha256(entries.get(name) ?? new Uint8Array())).toBe(sum)
  }

  expect(text('contents.txt')).toContain(`articles/${articleId}/text.md`)
  expect(text('contents.txt')).toContain('青河清淤工程完工')
  expect(text(`articles/${articleId}/text.md`)).toContain('清淤昨日完工。')
  expect(text(`articles/${articleId}/text.md`)).toContain(`../../media/${media}.png`)
  expect(entries.get(`media/${media}.png`)).toEqual(Buffer.from(png(8, 6)))
  expect(text(`articles/${articleId}/article.json`)).toContain('"text": "清淤昨日完工。"')
  const lines = text(`articles/${articleId}/history.jsonl`)
    .trim()
    .split('\n')
    .map((line) => anything.parse(JSON.parse(line)))
  const revision = lines.find(({ kind }) => kind === 'revision')
  const point = lines.find(({ kind }) => kind === 'point')
  expect(point).toMatchObject({ reason: 'submitted', revisionId: revision?.['id'] })
  expect(JSON.stringify(revision?.['content'])).toContain('清淤昨日完工。')
})
