import type { Attribution, Byline, RightToPublish } from '../../domain/attribution.ts'
import {
  AiUse,
  Attribution as AttributionShape,
  Byline as BylineShape,
  PermissionBasis,
  RightToPublish as RightShape,
} from '../../domain/attribution.ts'
import { ArticleFields, emptyFields } from '../../domain/fields.ts'
import { ArticleKind } from '../../domain/kinds.ts'
import type { Newsroom } from '../../domain/newsroom.ts'
import type { Attachments } from './attachments.ts'
import { columnNames, findColumn } from './columns.ts'
import type { ArticleKey } from './keys.ts'
import { bylineKeys, permissionKeys, staffByline } from './keys.ts'
import type { Place } from './problem.ts'
import { importError } from './problem.ts'
import { readSources } from './readSources.ts'
import type { YamlValue } from './yamlValue.ts'
import { asChecked, asChoice, asGroup, asNames, asText, checked, isTextValue } from './yamlValue.ts'

export type FrontMatter = Partial<Record<ArticleKey, YamlValue>>

/** The article's fields as its front matter has them; what it leaves out is empty, as in a new article. */
export function readFields(written: FrontMatter, newsroom: Newsroom, files: Attachments): ArticleFields {
  const kind = written.kind === undefined ? 'original' : asChoice(written.kind, ArticleKind.options)
  const { shape } = ArticleFields
  return {
    ...emptyFields,
    kind,
    slug: written.slug === undefined ? '' : asChecked(written.slug, shape.slug),
    kicker: titleLine(written.kicker),
    headline: titleLine(written.headline),
    deck: titleLine(written.deck),
    columnId: written.column === undefined ? null : readColumn(written.column, newsroom),
    attribution: readAttribution(written, kind, newsroom, files),
  }
}

const titleLine = (value: YamlValue | undefined): string =>
  value === undefined ? '' : checkedTitle(asText(value), value)

/** Title lines have no line breaks; one that a file brings along becomes a space. */
export const checkedTitle = (text: string, place: Place): string =>
  checked(place, ArticleFields.shape.headline, oneLine(text))

/** A line break and the space around it, as one space; none at the end. */
export const oneLine = (text: string): string => text.replace(/\n\s*$/, '').replaceAll(/[ \t]*\n\s*/g, ' ')

function readColumn(value: YamlValue, { columns }: Newsroom): string {
  const written = asText(value)
  const column = findColumn(columns, written)
  if (column === null) throw importError(value, 'unknownColumn', { value: written, known: columnNames(columns) })
  return column.id
}

function readAttribution(written: FrontMatter, kind: ArticleKind, newsroom: Newsroom, files: Attachments): Attribution {
  const { editor, responsibleEditor, permission, aiUse, changeReason } = written
  const { shape } = AttributionShape
  return {
    ...emptyFields.attribution,
    sources: readSources(written, kind, newsroom, files),
    byline: readByline(written.byline),
    editor: editor === undefined ? '' : asChecked(editor, shape.editor),
    responsibleEditor: responsibleEditor === undefined ? '' : asChecked(responsibleEditor, shape.responsibleEditor),
    permission: permission === undefined ? null : readPermission(permission),
    aiUse: aiUse === undefined ? null : asChoice(aiUse, AiUse.options),
    changeReason: changeReason === undefined ? '' : asChecked(changeReason, shape.changeReason),
  }
}

const [People] = BylineShape.options

function readByline(value: YamlValue | undefined): Byline {
  if (value === undefined) return emptyFields.attribution.byline
  if (isTextValue(value)) {
    if (asText(value) === staffByline) return { kind: 'staff' }
    throw importError(value, 'oneOf', { known: [staffByline, ...bylineKeys].join(', ') })
  }
  const group = asGroup(value, bylineKeys)
  const names = (role: (typeof bylineKeys)[number]): string[] => {
    const given = group[role]
    return given === undefined ? [] : checked(given, People.shape[role], asNames(given))
  }
  return {
    kind: 'people',
    reporters: names('reporters'),
    correspondents: names('correspondents'),
    photographers: names('photographers'),
    translators: names('translators'),
  }
}

function readPermission(value: YamlValue): RightToPublish {
  const { basis, evidence } = asGroup(value, permissionKeys)
  if (basis === undefined) throw importError(value, 'expectedKeys', { known: permissionKeys.join(', ') })
  return {
    basis: asChoice(basis, PermissionBasis.options),
    evidence: evidence === undefined ? '' : asChecked(evidence, RightShape.shape.evidence),
  }
}
