import type { Byline, SourceUse } from '../../domain/attribution.ts'
import type { ArticleFields } from '../../domain/fields.ts'
import type { Newsroom } from '../../domain/newsroom.ts'
import { columnName } from './columns.ts'
import type { ArticleKey, SourceKey } from './keys.ts'
import { authorNotStated, bylineKeys, staffByline } from './keys.ts'
import { oneLine } from './readFields.ts'

/** What has not been filled in is left out. */
type Written<K extends string> = Partial<Record<K, unknown>>

/** The fields as the front matter has them. One source is written in the short form, several as a list. */
export function writeFields(fields: ArticleFields, newsroom: Newsroom): Written<ArticleKey> {
  const { attribution, kind, columnId } = fields
  const { permission, aiUse } = attribution
  return {
    kind,
    ...filled({
      slug: fields.slug,
      kicker: oneLine(fields.kicker),
      headline: oneLine(fields.headline),
      deck: oneLine(fields.deck),
      column: columnId === null ? '' : columnName(newsroom.columns, columnId),
    }),
    ...writeSources(fields, newsroom),
    ...writeByline(attribution.byline),
    ...filled({ editor: attribution.editor, responsibleEditor: attribution.responsibleEditor }),
    ...(permission === null
      ? {}
      : { permission: { basis: permission.basis, ...filled({ evidence: permission.evidence }) } }),
    ...(aiUse === null ? {} : { aiUse }),
    ...filled({ changeReason: attribution.changeReason }),
  }
}

const filled = (lines: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(lines).filter(([, text]) => text !== ''))

function writeSources({ kind, attribution: { sources } }: ArticleFields, newsroom: Newsroom): Written<ArticleKey> {
  const own = kind === 'original' ? { source: newsroom.name } : {}
  const [first, ...others] = sources
  if (first === undefined) return own
  const { name, url, ...rest } = writeSource(first)
  const short = {
    ...(name === undefined ? {} : { source: name }),
    ...(url === undefined ? {} : { originalUrl: url }),
    ...rest,
  }
  if (kind !== 'original' && others.length === 0 && Object.keys(short).length > 0) return short
  return { ...own, sources: sources.map(writeSource) }
}

function writeSource({ name, url, originalTitle, originalText, originalAuthor }: SourceUse): Written<SourceKey> {
  const author =
    originalAuthor === null
      ? {}
      : { originalAuthor: originalAuthor.kind === 'notStated' ? authorNotStated : originalAuthor.names }
  return { ...filled({ name, url, originalTitle, originalText }), ...author }
}

function writeByline(byline: Byline): Pick<Written<ArticleKey>, 'byline'> {
  if (byline.kind === 'staff') return { byline: staffByline }
  const named = bylineKeys.filter((role) => byline[role].length > 0).map((role) => [role, byline[role]])
  return named.length === 0 ? {} : { byline: Object.fromEntries(named) }
}
