import type { Element } from 'hast'
import { h } from 'hastscript'

import { printableLine } from '#shared/document/render/printable.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import { columnLink } from './frame.ts'
import { homePath } from './paths.ts'
import { wordsOf } from './words.ts'

/** 首页 › 栏目 › 栏目 › 正文. On a column's own page the last step is the column itself. */
export function breadcrumb(newsroom: Newsroom, columnId: string | null, page: 'article' | 'column'): Element {
  const t = wordsOf(newsroom)
  const path = columnPath(newsroom.columns, columnId)
  const above = page === 'column' ? path.slice(0, -1) : path
  const here = page === 'column' ? printableLine(path.at(-1)?.name ?? '') : t('site.article')
  return h('nav', { className: ['breadcrumb'], ariaLabel: t('site.breadcrumb') }, [
    h('ol', [
      h('li', [h('a', { href: homePath }, t('site.home'))]),
      ...above.map((column) => h('li', [columnLink(column)])),
      h('li', { ariaCurrent: 'page' }, [h('bdi', here)]),
    ]),
  ])
}
