import type { Block, PictureBlock } from '../document/blocks.ts'
import { isPicture } from '../document/blocks.ts'
import { bodyText } from '../document/text.ts'
import type { Attribution, PermissionBasis, SourceUse } from './attribution.ts'
import { isBlank } from './blank.ts'
import type { ArticleFields } from './fields.ts'
import type { BlockId } from './ids.ts'
import type { ArticleKind } from './kinds.ts'
import type { Newsroom } from './newsroom.ts'
import { findSource, isValidOn } from './sourceRegistry.ts'
import { isWebUrl } from './url.ts'

/** Where a gap is mended: a field of the article, of one of its sources, or of one of its pictures. */
export type GapPlace =
  | {
      at: 'field'
      field:
        | 'headline'
        | 'column'
        | 'body'
        | 'byline'
        | 'editor'
        | 'responsibleEditor'
        | 'permission'
        | 'permissionEvidence'
        | 'aiUse'
        | 'changeReason'
        | 'sources'
    }
  | { at: 'source'; index: number; field: 'name' | 'url' | 'originalTitle' | 'originalText' | 'originalAuthor' }
  | { at: 'picture'; blockId: BlockId; field: 'alt' | 'credit' | 'rights' | 'source' }

export interface Gap {
  place: GapPlace
  problem: 'missing' | 'invalid' | 'unlisted' | 'expired' | 'notAllowed'
  /** A hard one stops submission; a soft one is only shown. */
  hard: boolean
}

interface Judged {
  fields: ArticleFields
  blocks: readonly Block[]
}

/** Everything that is missing before the article may be submitted. Empty means complete. `today` is an ISO date. */
export function attributionGaps({ fields, blocks }: Judged, newsroom: Newsroom, today: string): Gap[] {
  const { attribution, kind } = fields
  return [
    ...headGaps(fields, blocks, newsroom),
    ...bylineGaps(kind, attribution),
    ...sourceGaps(kind, attribution, newsroom, today),
    ...permissionGaps(kind, attribution),
    ...required('editor', attribution.editor),
    ...required('responsibleEditor', attribution.responsibleEditor),
    ...(attribution.aiUse === null ? [missing('aiUse')] : []),
    ...(needsChangeReason({ fields, blocks }) ? required('changeReason', attribution.changeReason) : []),
    ...blocks.filter(isPicture).flatMap(pictureGaps),
  ]
}

export const isComplete = (gaps: readonly Gap[]): boolean => gaps.every(({ hard }) => !hard)

/** A reprint whose title or text is no longer the original's. White space and the title's edges do not count. */
export function needsChangeReason({ fields, blocks }: Judged): boolean {
  const [source] = fields.attribution.sources
  if (fields.kind !== 'reprint' || source === undefined) return false
  const titleChanged = source.originalTitle !== '' && squeeze(source.originalTitle) !== squeeze(fields.headline)
  const textChanged = source.originalText !== '' && squeeze(source.originalText) !== squeeze(bodyText(blocks))
  return titleChanged || textChanged
}

/** Which bases of permission fit which kind: see the table in the newsroom's rules. */
export const permissionBases: Record<ArticleKind, readonly PermissionBasis[]> = {
  original: ['own'],
  reprint: ['licence', 'listedSource', 'openLicence', 'legalBasis'],
  wire: ['contract'],
  compiled: ['licence', 'listedSource', 'openLicence', 'legalBasis'],
}

type FieldName = Extract<GapPlace, { at: 'field' }>['field']

const missing = (field: FieldName): Gap => ({ place: { at: 'field', field }, problem: 'missing', hard: true })

const required = (field: FieldName, value: string): Gap[] => (isBlank(value) ? [missing(field)] : [])

function headGaps(fields: ArticleFields, blocks: readonly Block[], newsroom: Newsroom): Gap[] {
  const knownColumn = newsroom.columns.some(({ id }) => id === fields.columnId)
  return [
    ...required('headline', fields.headline),
    ...(knownColumn ? [] : [missing('column')]),
    ...(isBlank(bodyText(blocks)) ? [missing('body')] : []),
  ]
}

function bylineGaps(kind: ArticleKind, { byline }: Attribution): Gap[] {
  if (kind !== 'original' || byline.kind === 'staff') return []
  const { reporters, correspondents, photographers, translators } = byline
  const named = [...reporters, ...correspondents, ...photographers, ...translators].filter((name) => !isBlank(name))
  return named.length === 0 ? [missing('byline')] : []
}

function sourceGaps(kind: ArticleKind, { sources }: Attribution, newsroom: Newsroom, today: string): Gap[] {
  if (kind === 'original') return []
  if (sources.length === 0) return [missing('sources')]
  return sources.flatMap((source, index) => oneSourceGaps(kind, source, index, newsroom, today))
}

type SourceField = Extract<GapPlace, { at: 'source' }>['field']

function oneSourceGaps(
  kind: 'reprint' | 'wire' | 'compiled',
  source: SourceUse,
  index: number,
  newsroom: Newsroom,
  today: string,
): Gap[] {
  const gap = (field: SourceField, problem: Gap['problem'], hard = true): Gap => ({
    place: { at: 'source', index, field },
    problem,
    hard,
  })
  const gaps: Gap[] = []
  if (isBlank(source.name)) gaps.push(gap('name', 'missing'))
  else gaps.push(...registryGaps(kind, source, newsroom, today, gap))
  if (source.url.trim() !== '') {
    if (!isWebUrl(source.url)) gaps.push(gap('url', 'invalid'))
  } else if (kind !== 'wire') gaps.push(gap('url', 'missing'))
  if (isBlank(source.originalTitle)) gaps.push(gap('originalTitle', 'missing'))
  if (isBlank(source.originalText)) gaps.push(gap('originalText', 'missing'))
  const author = source.originalAuthor
  const noAuthor = author === null || (author.kind === 'named' && isBlank(author.names))
  if (noAuthor && kind !== 'wire') gaps.push(gap('originalAuthor', 'missing'))
  return gaps
}

function registryGaps(
  kind: ArticleKind,
  source: SourceUse,
  newsroom: Newsroom,
  today: string,
  gap: (field: SourceField, problem: Gap['problem'], hard?: boolean) => Gap,
): Gap[] {
  const registered = findSource(newsroom.sources, source.name)
  if (registered !== null && !isValidOn(registered, today)) return [gap('name', 'expired')]
  if (kind === 'reprint' && registered?.listed !== true) {
    return [gap('name', 'unlisted', newsroom.rules.unlistedReprint === 'stop')]
  }
  return []
}

function permissionGaps(kind: ArticleKind, { permission }: Attribution): Gap[] {
  if (kind === 'original') return []
  if (permission === null) return [missing('permission')]
  if (!permissionBases[kind].includes(permission.basis)) {
    return [{ place: { at: 'field', field: 'permission' }, problem: 'notAllowed', hard: true }]
  }
  return required('permissionEvidence', permission.evidence)
}

function pictureGaps(picture: PictureBlock): Gap[] {
  const fields = ['alt', 'credit', 'rights', 'source'] as const
  return fields
    .filter((field) => isBlank(picture[field]))
    .map((field) => ({ place: { at: 'picture', blockId: picture.$.id, field }, problem: 'missing', hard: true }))
}

const squeeze = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '')
