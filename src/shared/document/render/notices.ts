import type { Newsroom } from '../../domain/newsroom.ts'
import { chooseLocale, translator } from '../../messages/format.ts'
import type { ArticleContent } from '../content.ts'
import { creditsOf } from './credits.ts'
import { printable, printableLine } from './printable.ts'
import type { PrintedNotice } from './types.ts'

/**
 * The notices printed under an article: the newsroom's own for its own work, the third-party notice for what it passes
 * on, and always whom to write to about rights. `pageUrl` is empty in a preview. A template left empty prints nothing.
 */
export function notices(content: ArticleContent, newsroom: Newsroom, pageUrl: string): PrintedNotice[] {
  const own = content.fields.kind === 'original'
  const kinds = [own ? 'own' : 'thirdParty', 'rightsContact'] as const
  const values = fieldValues(content, newsroom, pageUrl)
  return kinds
    .map((kind) => ({ kind, text: printable(fill(newsroom.notices[kind], values)).trim() }))
    .filter(({ text }) => text !== '')
}

type Field = 'newsroom' | 'source' | 'url' | 'contact' | 'days'

function fieldValues(content: ArticleContent, newsroom: Newsroom, pageUrl: string): Record<Field, string> {
  const { sources } = creditsOf(content, newsroom)
  const separator = translator(chooseLocale([newsroom.language]))('site.separator')
  const urls = content.fields.kind === 'original' ? [pageUrl] : sources.flatMap(({ url }) => url ?? [])
  return {
    newsroom: printableLine(newsroom.name),
    source: sources.map(({ name }) => name).join(separator),
    url: urls.join(separator),
    contact: printableLine(newsroom.notices.contact),
    days: String(newsroom.notices.days),
  }
}

/** One pass over the template, so that a value which looks like a field is not filled in again. */
const fill = (template: string, values: Record<Field, string>): string =>
  template.replaceAll(/\{(newsroom|source|url|contact|days)\}/g, (_, field: Field) => values[field])
