import { describe, expect, it } from 'vitest'

import { testContent, testNewsroom } from '#shared/document/render/testRecords.ts'
import { newArticleId, newPublicationId } from '#shared/domain/ids.ts'
import { entryOf } from './entry.ts'
import { renderFeed } from './feed.ts'
import { renderSitemap } from './sitemap.ts'

const siteUrl = 'https://beiling.example'
const hostile = '<b>&"\0\u202E\uD800]]>'
const content = testContent({ headline: hostile }, { byline: { kind: 'staff' } })
const publishedAt = '2026-03-08T11:20:00.000Z'
const entries = [
  entryOf({ articleId: newArticleId(), publicationId: newPublicationId(), publishedAt, content }, testNewsroom),
]
const newsroom = { ...testNewsroom, name: hostile }

describe('XML', () => {
  it.each([
    ['feed', renderFeed({ newsroom, siteUrl, column: null, entries })],
    ['sitemap', renderSitemap({ newsroom, siteUrl, entries, now: new Date(publishedAt) })],
  ])('of the %s carries hostile words as text that XML allows', (_name, xml) => {
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true)
    expect(xml).toContain('&#x3C;b>&#x26;')
    expect(xml).not.toContain('<b>')
    expect(xml).not.toContain(']]>')
    expect(xml.trimEnd()).not.toMatch(/[\p{Cc}\p{Cs}\u202E]/u)
  })

  it('dates an item as RFC 822 asks and credits the staff', () => {
    const xml = renderFeed({ newsroom: testNewsroom, siteUrl, column: testNewsroom.columns[0] ?? null, entries })
    expect(xml).toContain('<pubDate>Sun, 08 Mar 2026 11:20:00 GMT</pubDate>')
    expect(xml).toContain('<dc:creator>本网讯</dc:creator>')
    expect(xml).toContain('<title>城事 - 北岭新闻网</title>')
  })
})
