import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

import { attributionHast } from '#shared/document/render/attributionHast.ts'
import { bodyHast } from '#shared/document/render/body.ts'
import { notices } from '#shared/document/render/notices.ts'
import { printableLine } from '#shared/document/render/printable.ts'
import { printedAttribution } from '#shared/document/render/printedAttribution.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import { articleMeta } from './articleMeta.ts'
import { breadcrumb } from './breadcrumb.ts'
import { htmlDocument } from './document.ts'
import { excerptOf } from './entry.ts'
import { headlineList } from './entryList.ts'
import type { ArticlePageInput } from './pages.ts'
import { articlePath, mediaPath } from './paths.ts'
import { wordsOf } from './words.ts'

/** The page of a published article: rendered once, at publication, and kept. */
export function renderArticlePage(input: ArticlePageInput): string {
  const { newsroom, siteUrl, articleId, content } = input
  const { headline, columnId } = content.fields
  const column = columnPath(newsroom.columns, columnId).at(-1)
  return htmlDocument({
    newsroom,
    siteUrl,
    title: column === undefined ? headline : `${headline} - ${column.name}`,
    description: excerptOf(content),
    path: articlePath(articleId),
    head: articleMeta(input),
    columnId,
    main: [breadcrumb(newsroom, columnId, 'article'), article(input), ...siblings(input)],
  })
}

function article({ newsroom, url, publishedAt, content }: ArticlePageInput): Element {
  const t = wordsOf(newsroom)
  const { kicker, headline, deck } = content.fields
  const printed = printedAttribution(content, newsroom, publishedAt)
  return h('article', [
    h('header', { className: ['titles'] }, [
      ...line('p', 'kicker', kicker),
      ...line('h1', 'headline', headline),
      ...line('p', 'deck', deck),
      attributionHast(printed.head, newsroom),
    ]),
    ...(printed.aiLabel === null ? [] : [h('p', { className: ['ai-label'] }, printed.aiLabel)]),
    h('div', { className: ['body'] }, bodyHast(content.blocks, { mediaUrl: mediaPath, t })),
    h('footer', { className: ['colophon'] }, [
      ...(printed.foot.length === 0 ? [] : [attributionHast(printed.foot, newsroom)]),
      ...noticeSection(notices(content, newsroom, url), t('site.notices')),
    ]),
  ])
}

function line(tag: string, className: string, text: string): Element[] {
  const printed = printableLine(text)
  return printed === '' ? [] : [h(tag, { className: [className], dir: 'auto' }, printed)]
}

function noticeSection(printed: ReturnType<typeof notices>, title: string): ElementContent[] {
  if (printed.length === 0) return []
  return [
    h('section', { className: ['notices'], ariaLabelledBy: 'notices' }, [
      h('h2', { id: 'notices' }, title),
      ...printed.map(({ kind, text }) => h('p', { className: [kind], dir: 'auto' }, text)),
    ]),
  ]
}

function siblings({ newsroom, content, siblings = [] }: ArticlePageInput): Element[] {
  const column = columnPath(newsroom.columns, content.fields.columnId).at(-1)
  if (siblings.length === 0 || column === undefined) return []
  return [
    h('section', { className: ['more'], ariaLabelledBy: 'more' }, [
      h('h2', { id: 'more' }, wordsOf(newsroom)('site.moreFrom', { column: printableLine(column.name) })),
      headlineList(siblings),
    ]),
  ]
}
