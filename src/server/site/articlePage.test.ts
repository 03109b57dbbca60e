import { describe, expect, it } from 'vitest'

import { emptyAttribution, emptySourceUse } from '#shared/domain/attribution.ts'
import { newArticleId, newPublicationId } from '#shared/domain/ids.ts'
import { testContent, testMedia, testNewsroom, testOriginal, testReprint } from '#shared/document/render/testRecords.ts'
import { paragraph } from '#shared/document/make.ts'
import { renderArticlePage } from './articlePage.ts'
import { renderColumnPage } from './columnPage.ts'
import { entryOf } from './entry.ts'
import { absolute, articlePath } from './paths.ts'

const siteUrl = 'https://beiling.example'
const articleId = newArticleId()
const publicationId = newPublicationId()
const publishedAt = '2026-03-08T11:20:00.000Z'
const input = {
  newsroom: testNewsroom,
  siteUrl,
  articleId,
  publicationId,
  publishedAt,
  url: absolute(siteUrl, articlePath(articleId)),
}
const render = (content = testOriginal()) => renderArticlePage({ ...input, content })

/** The words of a page in reading order, and nothing of its form. */
const words = (html: string) =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('the page of an article', () => {
  it('reads from breadcrumb to licences in the order of a newspaper', () => {
    const parts = [
      '首页 城事 街巷 正文',
      '沿河三里的夜晚 老码头的灯又亮了 修好的不只是路灯',
      '来源： 北岭新闻网',
      '记者： 江一苇 、 何其',
      '2026年3月8日 19:20',
      '傍晚六点半',
      '一条路，三年没有灯',
      '编辑： 林知夏 责任编辑： 周望',
      '版权与免责声明 凡本网注明',
      `并附上原文链接：${input.url}`,
      'banquan@beiling.example',
      '违法和不良信息举报电话',
      '互联网新闻信息服务许可证',
    ]
    const text = words(render())
    const places = parts.map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('tells machines the same, in the head', () => {
    const html = render()
    expect(html).toContain(`<link rel="canonical" href="${input.url}">`)
    expect(html).toContain('<title>老码头的灯又亮了 - 街巷 - 北岭新闻网</title>')
    expect(html).toContain('<meta property="og:title" content="老码头的灯又亮了">')
    expect(html).toContain(`<meta property="og:image" content="${siteUrl}/media/${testMedia}">`)
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    expect(JSON.parse(json)).toMatchObject({ '@type': 'NewsArticle', url: input.url, identifier: publicationId })
  })

  it('is the same bytes each time', () => {
    expect(render()).toBe(render())
  })

  it('needs no script and styles nothing by attribute, as its policy asks', () => {
    const html = render(testReprint())
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">'])
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=/)
  })

  it('labels AI use for people and for machines', () => {
    const html = render(testContent({}, { aiUse: 'generated' }))
    expect(words(html)).toContain('本文由人工智能生成')
    const label = /<meta name="AIGC" content="([^"]*)">/.exec(html)?.[1]?.replaceAll('&#x22;', '"') ?? ''
    expect(JSON.parse(label)).toMatchObject({ Label: '1', ContentProducer: '北岭新闻网', ProduceID: publicationId })
    expect(render()).not.toContain('AIGC')
  })

  it('stands without column, byline and pictures', () => {
    const bare = { ...testContent({ columnId: null }, {}, [paragraph('一句话。')]) }
    expect(words(render(bare))).toContain('首页 正文')
  })

  it('is well-formed text without control characters, whatever the newsroom calls itself', () => {
    const odd = '甲\0\uD800\u001B乙'
    const { columns, notices } = testNewsroom
    const newsroom = {
      ...testNewsroom,
      name: odd,
      staffByline: odd,
      columns: columns.map((column) => ({ ...column, name: odd })),
      notices: { ...notices, own: odd, rightsContact: odd, contact: odd },
      footer: { licences: [odd], contacts: [odd] },
    }
    const content = testContent({ kicker: odd, headline: odd, deck: odd }, { byline: { kind: 'staff' }, editor: odd })
    const pages = [
      renderArticlePage({ ...input, newsroom, content }),
      ...columns.map((column) =>
        renderColumnPage({ newsroom, siteUrl, column: { ...column, name: odd }, entries: [], page: 1, hasNext: false }),
      ),
    ]
    for (const html of pages) {
      expect(html.isWellFormed()).toBe(true)
      expect(html.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    }
  })

  it('lists what else is in the column', () => {
    const sibling = entryOf(
      { articleId: newArticleId(), publicationId: newPublicationId(), publishedAt, content: testReprint() },
      testNewsroom,
    )
    const html = renderArticlePage({ ...input, content: testOriginal(), siblings: [sibling] })
    expect(words(html)).toContain('街巷更多文章 潮水退去之后')
    expect(html).toContain(`href="${sibling.path}"`)
  })
})

describe('the entry of an article', () => {
  it('takes its first words from the running text', () => {
    const entry = entryOf({ articleId, publicationId, publishedAt, content: testOriginal() }, testNewsroom)
    expect(entry).toMatchObject({
      path: articlePath(articleId),
      headline: '老码头的灯又亮了',
      sources: ['北岭新闻网'],
      authors: ['江一苇', '何其', '苏木'],
      picture: { media: testMedia, width: 1200, height: 800 },
    })
    expect(entry.excerpt).toMatch(/^傍晚六点半.*手机。住在河边/)
  })

  it('cuts between characters and never inside one', () => {
    const content = testContent({}, {}, [paragraph('😀'.repeat(200))])
    const { excerpt } = entryOf({ articleId, publicationId, publishedAt, content }, testNewsroom)
    expect(excerpt).toBe(`${'😀'.repeat(110)}…`)
  })

  it('names an author that the source states, and nobody where it states none', () => {
    const sources = [
      { ...emptySourceUse, name: '甲报', originalAuthor: { kind: 'named' as const, names: '陆小满' } },
      { ...emptySourceUse, name: '乙报', originalAuthor: { kind: 'notStated' as const } },
    ]
    const content = testContent({ kind: 'compiled' }, { ...emptyAttribution, sources })
    expect(entryOf({ articleId, publicationId, publishedAt, content }, testNewsroom)).toMatchObject({
      sources: ['甲报', '乙报'],
      authors: ['陆小满'],
    })
  })
})
