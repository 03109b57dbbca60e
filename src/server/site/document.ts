import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

import { toHtml } from '#shared/document/render/html.ts'
import { plainLine } from '#shared/document/render/printable.ts'
import type { PageInput } from './pages.ts'
import { absolute, feedPath, iconPath, stylesPath } from './paths.ts'
import { siteFooter, siteHeader } from './frame.ts'
import { wordsOf } from './words.ts'

export interface DocumentInput extends PageInput {
  /** Of this page, without the newsroom's name; null on the front page. */
  title: string | null
  description: string
  /** Path of the page; null for one that has no address of its own. */
  path: string | null
  /** More for the head: Open Graph, JSON-LD, a column's feed. */
  head?: Element[]
  /** Column whose entry in the navigation is the current one. */
  columnId?: string | null
  main: ElementContent[]
}

/** A whole page around `main`. It needs no script, and nothing from anywhere but the site. */
export function htmlDocument(input: DocumentInput): string {
  const { newsroom, siteUrl, path, main } = input
  const t = wordsOf(newsroom)
  const name = plainLine(newsroom.name)
  const title = input.title === null ? name : `${plainLine(input.title)} - ${name}`
  const root = h('html', { lang: newsroom.language }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', title),
      ...(input.description === '' ? [] : [h('meta', { name: 'description', content: plainLine(input.description) })]),
      ...(path === null
        ? [h('meta', { name: 'robots', content: 'noindex' })]
        : [h('link', { rel: 'canonical', href: absolute(siteUrl, path) })]),
      h('link', { rel: 'icon', href: iconPath, type: 'image/svg+xml' }),
      h('link', { rel: 'stylesheet', href: stylesPath }),
      h('link', { rel: 'alternate', type: 'application/rss+xml', title: name, href: feedPath }),
      ...(input.head ?? []),
    ]),
    h('body', [
      h('a', { className: ['skip'], href: '#main' }, t('site.skip')),
      siteHeader(newsroom, input.columnId ?? null),
      h('main', { id: 'main' }, main),
      siteFooter(newsroom),
    ]),
  ])
  return `${toHtml({ type: 'root', children: [{ type: 'doctype' }, root] })}\n`
}
