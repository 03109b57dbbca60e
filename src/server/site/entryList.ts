import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

import { printedTime } from '#shared/document/render/time.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { mediaPath } from './paths.ts'
import type { Paged } from './pages.ts'
import type { SiteEntry } from './store.ts'
import { wordsOf } from './words.ts'

type Level = 'h2' | 'h3'

/** Entries with title lines, first words, source and time. */
export function entryList(entries: readonly SiteEntry[], newsroom: Newsroom, level: Level): Element {
  if (entries.length === 0) return h('p', { className: ['empty'] }, wordsOf(newsroom)('site.empty'))
  return h(
    'ul',
    { className: ['entries'] },
    entries.map((entry) => h('li', [entryCard(entry, newsroom, level)])),
  )
}

export function entryCard(entry: SiteEntry, newsroom: Newsroom, level: Level): Element {
  return h('article', { className: ['entry'] }, [
    ...thumbnail(entry),
    h('div', { className: ['words'] }, [
      ...(entry.kicker === '' ? [] : [h('p', { className: ['kicker'], dir: 'auto' }, entry.kicker)]),
      h(level, { dir: 'auto' }, [h('a', { href: entry.path }, entry.headline)]),
      ...(entry.excerpt === '' ? [] : [h('p', { className: ['excerpt'], dir: 'auto' }, entry.excerpt)]),
      credit(entry, newsroom),
    ]),
  ])
}

/** Headlines alone, for columns on the front page and for what else there is to read. */
export const headlineList = (entries: readonly SiteEntry[]): Element =>
  h(
    'ul',
    { className: ['headlines'] },
    entries.map(({ path, headline }) => h('li', { dir: 'auto' }, [h('a', { href: path }, headline)])),
  )

/** Links to the neighbouring pages of a list; none when there is only one page. */
export function pager({ page, hasNext }: Pick<Paged, 'page' | 'hasNext'>, path: string, newsroom: Newsroom): Element[] {
  if (page === 1 && !hasNext) return []
  const t = wordsOf(newsroom)
  const address = (number: number): string => (number === 1 ? path : `${path}?page=${number}`)
  return [
    h('nav', { className: ['pager'], ariaLabel: t('site.pages') }, [
      ...(page > 1 ? [h('a', { rel: 'prev', href: address(page - 1) }, t('site.newer'))] : []),
      h('span', t('site.pageNumber', { page })),
      ...(hasNext ? [h('a', { rel: 'next', href: address(page + 1) }, t('site.older'))] : []),
    ]),
  ]
}

/** Beside a headline that links to the same place, so it is neither read out nor tabbed to a second time. */
function thumbnail({ picture, path }: SiteEntry): Element[] {
  if (picture === null) return []
  const { media, width, height } = picture
  return [
    h('a', { className: ['thumbnail'], href: path, tabIndex: -1, ariaHidden: 'true' }, [
      h('img', { src: mediaPath(media), alt: '', width, height, loading: 'lazy', decoding: 'async' }),
    ]),
  ]
}

function credit({ sources, publishedAt }: SiteEntry, newsroom: Newsroom): Element {
  const t = wordsOf(newsroom)
  const { text, dateTime } = printedTime(publishedAt, newsroom)
  const names = sources.flatMap((name, index): ElementContent[] => [
    ...(index === 0 ? [] : [{ type: 'text', value: t('site.separator') } as const]),
    h('bdi', name),
  ])
  return h('p', { className: ['credit'] }, [h('span', names), ' ', h('time', { dateTime }, text)])
}
