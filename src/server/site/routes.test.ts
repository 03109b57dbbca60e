import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { testContent, testNewsroom } from '#shared/document/render/testRecords.ts'
import { MediaHash, newArticleId, newPublicationId } from '#shared/domain/ids.ts'
import { entryOf } from './entry.ts'
import { siteRoutes } from './routes.ts'
import type { SiteEntry, SiteStore, StoredMedia } from './store.ts'

const siteUrl = 'https://beiling.example'
const folder = mkdtempSync(join(tmpdir(), 'galley-site-'))
const pictureBytes = Buffer.from([0x89, 0x50, 0x4e, 0x47])
const hash = (letter: string): MediaHash => MediaHash.parse(letter.repeat(64))
const media = new Map<string, StoredMedia>([
  [hash('a'), stored('a', 'a.png', 'image/png')],
  [hash('b'), stored('b', 'b.svg', 'image/svg+xml')],
])
const entries: SiteEntry[] = Array.from({ length: 45 }, (_, index) => {
  const publishedAt = new Date(Date.UTC(2026, 2, 10) - index * 6 * 60 * 60 * 1000).toISOString()
  const content = testContent({ headline: `第${index}条`, columnId: index % 2 === 0 ? 'streets' : 'fields' })
  return entryOf({ articleId: newArticleId(), publicationId: newPublicationId(), publishedAt, content }, testNewsroom)
})
const [first] = entries
const page = { html: '<!doctype html>\n<p>灯亮了 \u{1F3EE}</p>\n', publishedAt: '2026-03-10T00:00:00.000Z' }
const pageHash = createHash('sha256').update(page.html).digest('hex')

const store: SiteStore = {
  newsroom: async () => testNewsroom,
  latest: async ({ limit, offset }) => entries.slice(offset, offset + limit),
  byColumn: async (ids, { limit, offset }) =>
    entries.filter(({ columnId }) => columnId !== null && ids.includes(columnId)).slice(offset, offset + limit),
  page: async (path) => (path === first?.path ? { ...page, hash: pageHash } : null),
  media: async (hash) => media.get(hash) ?? null,
}

let site: FastifyInstance
beforeAll(async () => {
  site = Fastify()
  await site.register(siteRoutes, { store, siteUrl, clock: () => new Date('2026-03-10T06:00:00.000Z') })
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => site.inject({ method: 'GET', url, headers })

describe('an article', () => {
  it('is served byte for byte, under the hash of its receipt', async () => {
    const response = await get(first?.path ?? '')
    expect(response.statusCode).toBe(200)
    expect(createHash('sha256').update(response.rawPayload).digest('hex')).toBe(pageHash)
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.headers.etag).toBe(`"${pageHash}"`)
    expect(response.headers['last-modified']).toBe('Tue, 10 Mar 2026 00:00:00 GMT')
  })

  it.each([`"${pageHash}"`, `W/"${pageHash}"`, `"other", "${pageHash}"`, '*'])(
    'is not sent twice (%s)',
    async (tag) => {
      const response = await get(first?.path ?? '', { 'if-none-match': tag })
      expect([response.statusCode, response.body]).toEqual([304, ''])
    },
  )

  it.each(['/articles/nothing', `/articles/${newArticleId()}`, '/articles/%2e%2e%2fetc'])(
    'that does not exist is a page that says so (%s)',
    async (path) => {
      const response = await get(path)
      expect(response.statusCode).toBe(404)
      expect(response.body).toContain('没有找到这个页面')
      expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    },
  )
})

describe('lists', () => {
  it('show the newest first and lead to the rest', async () => {
    const { body } = await get('/')
    expect(body.indexOf('第0条')).toBeLessThan(body.indexOf('第1条'))
    expect(body).toContain('href="/?page=2"')
    expect(body).toContain('href="/columns/city"')
    const last = await get('/?page=3')
    expect(last.body).toContain('第44条')
    expect(last.body).not.toContain('rel="next"')
  })

  it('of a column include what is below it', async () => {
    const { body } = await get('/columns/city')
    expect(body).toContain('第0条')
    expect(body).not.toContain('第1条')
    expect(body).toContain('<h1 dir="auto">城事</h1>')
    expect(body).toContain('href="/columns/streets"')
    expect((await get('/columns/reading')).body).toContain('这里还没有文章。')
  })

  it.each([
    '/?page=0',
    '/?page=4',
    '/?page=x',
    '/?page=1&page=2',
    '/columns/none',
    '/columns/city?page=99',
    '/nowhere',
  ])('have no page %s', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })
})

describe('for machines', () => {
  it('there is a feed of the site and of each column', async () => {
    const { body, headers } = await get('/feed.xml')
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    expect(body).toContain(`<guid isPermaLink="true">${siteUrl}${first?.path}</guid>`)
    expect(body).toContain('<dc:source>北岭新闻网</dc:source>')
    expect(body.match(/<item>/g)).toHaveLength(45)
    expect((await get('/columns/fields/feed.xml')).body).not.toContain('第0条')
    expect((await get('/columns/none/feed.xml')).statusCode).toBe(404)
  })

  it('the sitemap marks as news what is at most two days old', async () => {
    const { body } = await get('/sitemap.xml')
    expect(body.match(/<url>/g)).toHaveLength(45 + 1 + testNewsroom.columns.length)
    expect(body.match(/<news:news>/g)).toHaveLength(8)
    expect((await get('/robots.txt')).body).toContain(`Sitemap: ${siteUrl}/sitemap.xml`)
  })
})

describe('media', () => {
  it('never change and say what they are', async () => {
    const response = await get(`/media/${hash('a')}`)
    expect(response.rawPayload).toEqual(pictureBytes)
    expect(response.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': '4',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect((await get(`/media/${hash('a')}`, { 'if-none-match': `"${hash('a')}"` })).statusCode).toBe(304)
  })

  it('that a browser could run are only ever downloads', async () => {
    const { headers } = await get(`/media/${hash('b')}`)
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })

  it.each(['c'.repeat(64), '..%2f..%2fetc%2fpasswd', 'A'.repeat(64)])('at %s do not exist', async (name) => {
    expect((await get(`/media/${name}`)).statusCode).toBe(404)
  })

  it('answer a HEAD without a body', async () => {
    const response = await site.inject({ method: 'HEAD', url: `/media/${hash('a')}` })
    expect([response.statusCode, response.headers['content-length'], response.body]).toEqual([200, '4', ''])
  })
})

describe('every answer', () => {
  it.each(['/', '/columns/city', '/feed.xml', '/assets/site.css', '/nowhere'])(
    'at %s allows no script and no stranger',
    async (path) => {
      const { headers } = await get(path)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|script-src/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    },
  )
})

function stored(letter: string, name: string, mimeType: string): StoredMedia {
  const path = join(folder, name)
  writeFileSync(path, pictureBytes)
  return { path, hash: hash(letter), mimeType, size: pictureBytes.length }
}
