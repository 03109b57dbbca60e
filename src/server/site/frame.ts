import type { Element } from 'hast'
import { h } from 'hastscript'

import { printableLine } from '#shared/document/render/printable.ts'
import type { Column, Newsroom } from '#shared/domain/newsroom.ts'
import { columnPath as ancestry } from '#shared/domain/newsroom.ts'
import { columnPath, feedPath, homePath } from './paths.ts'
import { wordsOf } from './words.ts'

/** The newsroom's name and its top-level columns. */
export function siteHeader(newsroom: Newsroom, columnId: string | null): Element {
  const t = wordsOf(newsroom)
  const [current] = ancestry(newsroom.columns, columnId)
  const top = newsroom.columns.filter(({ parentId }) => parentId === null)
  return h('header', { className: ['masthead'] }, [
    h('p', { className: ['nameplate'] }, [h('a', { href: homePath }, [h('bdi', printableLine(newsroom.name))])]),
    ...(top.length === 0
      ? []
      : [
          h('nav', { className: ['columns'], ariaLabel: t('site.columns') }, [
            h(
              'ul',
              top.map((column) => h('li', [columnLink(column, column.id === current?.id)])),
            ),
          ]),
        ]),
  ])
}

export const columnLink = ({ id, name }: Column, current = false): Element =>
  h('a', { href: columnPath(id), ...(current ? { ariaCurrent: 'true' } : {}) }, [h('bdi', printableLine(name))])

/** Licences and contacts, as the law asks of a news site. */
export function siteFooter(newsroom: Newsroom): Element {
  const { licences, contacts } = newsroom.footer
  const lines = (className: string, texts: readonly string[]): Element[] => {
    const printed = texts.map(printableLine).filter((text) => text !== '')
    if (printed.length === 0) return []
    const items = printed.map((text) => h('li', [h('bdi', text)]))
    return [h('ul', { className: [className] }, items)]
  }
  return h('footer', { className: ['site-footer'] }, [
    h('p', { className: ['imprint'] }, [h('bdi', printableLine(newsroom.name))]),
    ...lines('contacts', contacts),
    ...lines('licences', licences),
    h('p', [h('a', { href: feedPath }, wordsOf(newsroom)('site.feed'))]),
  ])
}
