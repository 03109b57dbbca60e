import type { Newsroom } from '../../domain/newsroom.ts'
import type { Instant } from '../../domain/time.ts'
import type { MessageKey } from '../../messages/catalog.ts'
import type { Translate } from '../../messages/format.ts'
import { chooseLocale, translator } from '../../messages/format.ts'
import type { ArticleContent } from '../content.ts'
import type { CreditedSource, Credits } from './credits.ts'
import { creditsOf } from './credits.ts'
import { printedTime } from './time.ts'
import type { PrintedAttribution, PrintedLine, PrintedValue } from './types.ts'

/**
 * The one place that decides what is printed of an article's attribution, and where. `publishedAt` is null in a preview.
 * Reprints name source, original author, original title and editor as the Provisions on Internet News Information
 * Services (2017, art. 15) ask.
 */
export function printedAttribution(
  content: ArticleContent,
  newsroom: Newsroom,
  publishedAt: Instant | null,
): PrintedAttribution {
  const t = translator(chooseLocale([newsroom.language]))
  const credits = creditsOf(content, newsroom)
  const line = lineMaker(t)
  return {
    head: [
      ...line('newsroom.source', sourceNames(credits.sources)),
      ...line('newsroom.originalAuthor', originalAuthors(credits.sources, t)),
      ...credits.byline.flatMap(({ role, names }) => line(`newsroom.${role}`, names.map(value))),
      ...line('newsroom.byline', values(credits.staff)),
      ...(publishedAt === null ? [] : line('site.publishedAt', [printedTime(publishedAt, newsroom)])),
    ],
    aiLabel: aiLabel(credits, t),
    foot: [
      ...line('newsroom.originalTitle', originalTitles(credits.sources, t)),
      ...line('site.licence', licence(credits)),
      ...line('site.changeNote', values(credits.changeNote)),
      ...line('newsroom.editor', values(credits.editor)),
      ...line('newsroom.responsibleEditor', values(credits.responsibleEditor)),
    ],
  }
}

type LineMaker = (key: MessageKey, values: PrintedValue[]) => PrintedLine[]

const lineMaker =
  (t: Translate): LineMaker =>
  (key, values) =>
    values.length === 0 ? [] : [{ key, label: t(key), values }]

const value = (text: string): PrintedValue => ({ text })
const values = (text: string | null): PrintedValue[] => (text === null || text === '' ? [] : [value(text)])
const linked = (text: string, url: string | null): PrintedValue => (url === null ? { text } : { text, url })

const sourceNames = (sources: readonly CreditedSource[]): PrintedValue[] =>
  sources.map(({ name, url }) => linked(name, url))

function originalAuthors(sources: readonly CreditedSource[], t: Translate): PrintedValue[] {
  return sources
    .filter(({ author }) => author !== '')
    .map((source) => ({ text: source.author ?? t('newsroom.authorNotStated'), ...owner(source, sources) }))
}

function originalTitles(sources: readonly CreditedSource[], t: Translate): PrintedValue[] {
  return sources
    .filter(({ title }) => title !== '')
    .map((source) => ({
      ...linked(t('site.quotedTitle', { title: source.title }), source.url),
      ...owner(source, sources),
    }))
}

const owner = ({ name }: CreditedSource, all: readonly CreditedSource[]): Pick<PrintedValue, 'of'> =>
  all.length > 1 ? { of: name } : {}

const licence = ({ licence }: Credits): PrintedValue[] => (licence === null ? [] : [linked(licence.text, licence.url)])

function aiLabel({ aiUse }: Credits, t: Translate): string | null {
  if (aiUse === null) return null
  return t(aiUse === 'generated' ? 'newsroom.aiGenerated' : 'newsroom.aiAssisted')
}
