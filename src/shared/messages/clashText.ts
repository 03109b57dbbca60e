import type { ClashBlock } from '../document/blocks.ts'
import type { ClashField } from '../document/clashFields.ts'
import type { PersonId } from '../domain/ids.ts'
import type { MessageKey } from './catalog.ts'
import type { Translate } from './format.ts'

/** The name to show for a person, or null where it is not known. */
export type NameOf = (person: PersonId) => string | null

/** What a field is called where people fill it in. */
export const fieldLabels: Record<ClashField, MessageKey> = {
  slug: 'newsroom.slug',
  kicker: 'newsroom.kicker',
  headline: 'newsroom.headline',
  deck: 'newsroom.deck',
  columnId: 'newsroom.column',
  kind: 'newsroom.kind',
  sources: 'attribution.sources',
  byline: 'newsroom.byline',
  editor: 'newsroom.editor',
  responsibleEditor: 'newsroom.responsibleEditor',
  permission: 'attribution.permission',
  aiUse: 'newsroom.aiUse',
  changeReason: 'attribution.changeReason',
}

/** What stands above `n` versions of one place. */
export const clashTitle = ({ of }: ClashBlock, n: number, t: Translate): string =>
  of === 'body' ? t('clash.versions', { n }) : t('clash.fieldVersions', { field: t(fieldLabels[of]), n })

/** What stands above one version: its number, counted from 0, whose it is, and whether they are done with it. */
export function versionTitle(
  { who, unfinished }: ClashBlock['versions'][number],
  index: number,
  t: Translate,
  nameOf: NameOf,
): string {
  const name = who === null ? null : nameOf(who)
  const title = name === null ? t('clash.version', { n: index + 1 }) : t('clash.versionBy', { n: index + 1, name })
  return unfinished === true ? t('clash.unfinished', { title }) : title
}

/** The words of a field's version, one after the other; closed sets by their code. */
export function valueText(value: FieldVersion['value']): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return Object.values(value)
    .map((part: FieldVersion['value']) => valueText(part))
    .filter((text) => text !== '')
    .join(' · ')
}

type FieldVersion = Exclude<ClashBlock, { of: 'body' }>['versions'][number]
