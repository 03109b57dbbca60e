import type { Gap, GapPlace } from '../domain/attributionRules.ts'
import type { MessageKey } from './catalog.ts'
import type { Translate } from './format.ts'

/**
 * What to do about a gap, in a person's language. `owner` names the source or the picture that it belongs to, where
 * there are several: 图片 2：填写替代文字.
 */
export function gapText({ place, problem }: Gap, translate: Translate, owner: string | null = null): string {
  const gap = translate(problem === 'missing' ? missing[place.field] : wrong[problem])
  return owner === null ? gap : translate('attribution.gapOf', { owner, gap })
}

const wrong: Record<Exclude<Gap['problem'], 'missing'>, MessageKey> = {
  invalid: 'attribution.gapInvalid',
  unlisted: 'attribution.gapUnlisted',
  expired: 'attribution.gapExpired',
  notAllowed: 'attribution.gapNotAllowed',
}

const missing: Record<GapPlace['field'], MessageKey> = {
  headline: 'attribution.gapHeadline',
  column: 'attribution.gapColumn',
  body: 'attribution.gapBody',
  byline: 'attribution.gapByline',
  editor: 'attribution.gapEditor',
  responsibleEditor: 'attribution.gapResponsibleEditor',
  permission: 'attribution.gapPermission',
  permissionEvidence: 'attribution.gapEvidence',
  aiUse: 'attribution.gapAiUse',
  changeReason: 'attribution.gapChangeReason',
  sources: 'attribution.gapSources',
  name: 'attribution.gapName',
  url: 'attribution.gapUrl',
  originalTitle: 'attribution.gapOriginalTitle',
  originalText: 'attribution.gapOriginalText',
  originalAuthor: 'attribution.gapAuthor',
  alt: 'attribution.gapAlt',
  credit: 'attribution.gapCredit',
  rights: 'attribution.gapRights',
  source: 'attribution.gapPictureSource',
}
