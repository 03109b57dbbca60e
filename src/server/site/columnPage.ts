import { h } from 'hastscript'

import { plainLine, printableLine } from '#shared/document/render/printable.ts'
import { breadcrumb } from './breadcrumb.ts'
import { htmlDocument } from './document.ts'
import { entryList, pager } from './entryList.ts'
import { columnLink } from './frame.ts'
import type { ColumnPageInput } from './pages.ts'
import { columnFeedPath, columnPath } from './paths.ts'
import { wordsOf } from './words.ts'

/** A column: its name, its own columns, and what has appeared in any of them. */
export function renderColumnPage({ newsroom, siteUrl, column, entries, page, hasNext }: ColumnPageInput): string {
  const t = wordsOf(newsroom)
  const children = newsroom.columns.filter(({ parentId }) => parentId === column.id)
  const path = columnPath(column.id)
  const feed = columnFeedPath(column.id)
  return htmlDocument({
    newsroom,
    siteUrl,
    title: page === 1 ? column.name : `${column.name} - ${t('site.pageNumber', { page })}`,
    description: plainLine(`${column.name} - ${newsroom.name}`),
    path: page === 1 ? path : `${path}?page=${page}`,
    head: [h('link', { rel: 'alternate', type: 'application/rss+xml', title: plainLine(column.name), href: feed })],
    columnId: column.id,
    main: [
      breadcrumb(newsroom, column.id, 'column'),
      h('header', { className: ['column-head'] }, [
        h('h1', { dir: 'auto' }, printableLine(column.name)),
        ...(children.length === 0
          ? []
          : [
              h(
                'ul',
                { className: ['children'] },
                children.map((child) => h('li', [columnLink(child)])),
              ),
            ]),
        h('p', { className: ['feed'] }, [h('a', { href: feed }, t('site.feed'))]),
      ]),
      entryList(entries, newsroom, 'h2'),
      ...pager({ page, hasNext }, path, newsroom),
    ],
  })
}
