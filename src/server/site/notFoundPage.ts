import { h } from 'hastscript'

import { htmlDocument } from './document.ts'
import type { PageInput } from './pages.ts'
import { homePath } from './paths.ts'
import { wordsOf } from './words.ts'

export function renderNotFoundPage({ newsroom, siteUrl }: PageInput): string {
  const t = wordsOf(newsroom)
  return htmlDocument({
    newsroom,
    siteUrl,
    title: t('site.notFoundTitle'),
    description: '',
    path: null,
    main: [
      h('div', { className: ['not-found'] }, [
        h('h1', t('site.notFoundTitle')),
        h('p', t('site.notFoundText')),
        h('p', [h('a', { href: homePath }, t('site.backHome'))]),
      ]),
    ],
  })
}
