import { h } from 'hastscript'

import { plainLine, printableLine } from '#shared/document/render/printable.ts'
import { htmlDocument } from './document.ts'
import { entryCard, entryList, headlineList, pager } from './entryList.ts'
import { columnLink } from './frame.ts'
import type { FrontPageInput } from './pages.ts'
import { homePath } from './paths.ts'
import { wordsOf } from './words.ts'

/** The newest article large, the rest of the page below it, and the newest of each column beside it. */
export function renderFrontPage({ newsroom, siteUrl, entries, page, hasNext, columns }: FrontPageInput): string {
  const t = wordsOf(newsroom)
  const [lead, ...rest] = entries
  const filled = page === 1 ? columns.filter(({ entries }) => entries.length > 0) : []
  const address = page === 1 ? homePath : `${homePath}?page=${page}`
  return htmlDocument({
    newsroom,
    siteUrl,
    title: page === 1 ? null : t('site.pageNumber', { page }),
    description: plainLine(newsroom.name),
    path: address,
    main: [
      h('h1', { className: ['unseen'] }, printableLine(newsroom.name)),
      h('div', { className: filled.length === 0 ? ['front'] : ['front', 'with-columns'] }, [
        h('section', { className: ['latest'], ariaLabel: t('site.latest') }, [
          ...(lead === undefined || page > 1
            ? [entryList(entries, newsroom, 'h2')]
            : [
                h('div', { className: ['lead'] }, [entryCard(lead, newsroom, 'h2')]),
                ...(rest.length === 0 ? [] : [entryList(rest, newsroom, 'h2')]),
              ]),
          ...pager({ page, hasNext }, homePath, newsroom),
        ]),
        ...(filled.length === 0
          ? []
          : [
              h(
                'div',
                { className: ['by-column'] },
                filled.map(({ column, entries }) =>
                  h('section', [h('h2', [columnLink(column)]), headlineList(entries)]),
                ),
              ),
            ]),
      ]),
    ],
  })
}
