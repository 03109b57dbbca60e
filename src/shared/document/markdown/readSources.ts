import { emptySourceUse, OriginalAuthor, SourceUse } from '../../domain/attribution.ts'
import type { ArticleKind } from '../../domain/kinds.ts'
import type { Newsroom } from '../../domain/newsroom.ts'
import { findSource } from '../../domain/sourceRegistry.ts'
import type { Attachments } from './attachments.ts'
import { nameBeside } from './attachments.ts'
import { decodeText } from './decode.ts'
import type { ArticleKey, SourceKey } from './keys.ts'
import { authorNotStated, sourceKeys } from './keys.ts'
import type { Place } from './problem.ts'
import { importError } from './problem.ts'
import type { YamlValue } from './yamlValue.ts'
import { asChecked, asGroup, asList, asNames, asText, checked, isTextValue } from './yamlValue.ts'

type Written = Partial<Record<ArticleKey, YamlValue>>
type SourceWritten = Partial<Record<SourceKey, YamlValue>>

/**
 * `sources`, or the short form of one source in the article's own keys. Each is looked up in the registry as it stands
 * now, and keeps the edition that it was looked up in. An original is credited to the newsroom and to nobody else.
 */
export function readSources(written: Written, kind: ArticleKind, newsroom: Newsroom, files: Attachments): SourceUse[] {
  const single = shortForm(written)
  if (kind === 'original') checkOwn(written, newsroom)
  else if (single !== null) {
    if (written.sources === undefined) return [readSource(single, newsroom, files)]
    throw importError(written.sources, 'twoWays', { one: 'source', other: 'sources' })
  }
  return written.sources === undefined ? [] : readListed(written.sources, newsroom, files)
}

/** Where the article names a file that holds the text of an original. */
export function originalFiles(written: Written): (Place & { name: string })[] {
  const listed = written.sources === undefined ? [] : asList(written.sources).map((item) => asGroup(item, sourceKeys))
  return [written, ...listed]
    .map(({ originalFile }) => originalFile)
    .filter((value) => value !== undefined)
    .map((value) => ({ name: nameBeside(asText(value), value), line: value.line, field: value.field }))
}

const readListed = (sources: YamlValue, newsroom: Newsroom, files: Attachments): SourceUse[] =>
  asList(sources).map((item) => readSource(asGroup(item, sourceKeys), newsroom, files))

function shortForm(written: Written): SourceWritten | null {
  const { source: name, originalUrl: url, originalTitle, originalText, originalFile, originalAuthor } = written
  const given = Object.entries({ name, url, originalTitle, originalText, originalFile, originalAuthor })
  const filled = given.filter(([, value]) => value !== undefined)
  return filled.length === 0 ? null : Object.fromEntries(filled)
}

function checkOwn(written: Written, newsroom: Newsroom): void {
  for (const key of ['originalUrl', 'originalTitle', 'originalText', 'originalFile', 'originalAuthor'] as const) {
    const value = written[key]
    if (value !== undefined) throw importError(value, 'notForOriginal')
  }
  const { source } = written
  if (source !== undefined && asText(source).trim() !== newsroom.name) {
    throw importError(source, 'notOwnSource', { newsroom: newsroom.name })
  }
}

function readSource(written: SourceWritten, newsroom: Newsroom, files: Attachments): SourceUse {
  const { shape } = SourceUse
  const name = written.name === undefined ? '' : asChecked(written.name, shape.name)
  return {
    ...emptySourceUse,
    name,
    sourceId: findSource(newsroom.sources, name)?.id ?? null,
    registryEdition: name === '' ? null : newsroom.registryEdition,
    url: written.url === undefined ? '' : asChecked(written.url, shape.url),
    originalTitle: written.originalTitle === undefined ? '' : asChecked(written.originalTitle, shape.originalTitle),
    originalText: readOriginalText(written, files),
    originalAuthor: written.originalAuthor === undefined ? null : readAuthor(written.originalAuthor),
  }
}

function readOriginalText({ originalText, originalFile }: SourceWritten, files: Attachments): string {
  if (originalFile === undefined) {
    return originalText === undefined ? '' : asChecked(originalText, SourceUse.shape.originalText)
  }
  if (originalText !== undefined) {
    throw importError(originalFile, 'twoWays', { one: 'originalText', other: 'originalFile' })
  }
  const bytes = files.bytes(nameBeside(asText(originalFile), originalFile), originalFile)
  return checked(originalFile, SourceUse.shape.originalText, decodeText(bytes, originalFile.field).trim())
}

function readAuthor(value: YamlValue): OriginalAuthor {
  const names = isTextValue(value) ? asText(value) : asNames(value).join('、')
  return names === authorNotStated ? { kind: 'notStated' } : checked(value, OriginalAuthor, { kind: 'named', names })
}
