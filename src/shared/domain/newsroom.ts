import { z } from 'zod'

import { DeviceId, PersonId, Slug } from './ids.ts'
import { ArticleKind } from './kinds.ts'
import { Role } from './roles.ts'
import { WebUrl } from './url.ts'

const Line = z.string().max(500)

/** 栏目: a place in the newsroom's tree of sections. Children name their parent; order in the list is order on the site. */
export const Column = z.object({ id: Slug, name: Line.min(1), parentId: Slug.nullable() })
export type Column = z.infer<typeof Column>

/** 审次: one step of review, given by anyone who holds one of its roles. The last stage is the sign-off 签发. */
export const Stage = z.object({ id: Slug, name: Line.min(1), roles: z.array(Role).min(1) })
export type Stage = z.infer<typeof Stage>

/** An organisation of the source registry, on a numbered edition of the list that the newsroom reprints from. */
export const Source = z.object({
  id: Slug,
  name: Line.min(1),
  aliases: z.array(Line),
  site: WebUrl.nullable(),
  licenceTerms: Line,
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  /** Stands on the list of units whose news may be reprinted (互联网新闻信息稿源单位名单). */
  listed: z.boolean(),
})
export type Source = z.infer<typeof Source>

/** Templates printed under an article. `{newsroom}`, `{source}`, `{url}`, `{contact}`, `{days}` are filled in. */
export const Notices = z.object({
  own: z.string().max(2000),
  thirdParty: z.string().max(2000),
  rightsContact: z.string().max(2000),
  contact: Line,
  days: z.int().min(1).max(365),
})
export type Notices = z.infer<typeof Notices>

export const Rules = z.object({
  /** A reprint of news from a source that is not on the list is refused, or only warned about. */
  unlistedReprint: z.enum(['stop', 'warn']),
})
export type Rules = z.infer<typeof Rules>

const TimeZone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}, 'must be a time zone of the IANA database')

/** The newsroom's own settings: nothing of any organisation is built in. */
export const Newsroom = z.object({
  name: Line.min(1),
  /** What 本网讯 reads as in this newsroom. */
  staffByline: Line.min(1),
  language: z.enum(['zh-CN', 'en']),
  /** IANA name of the zone in which the newsroom prints its times. */
  timeZone: TimeZone.default('Asia/Shanghai'),
  columns: z.array(Column),
  stages: z.array(Stage).min(1),
  kinds: z.array(ArticleKind).min(1),
  sources: z.array(Source),
  registryEdition: Line,
  notices: Notices,
  rules: Rules,
  footer: z.object({ licences: z.array(Line), contacts: z.array(Line) }),
})
export type Newsroom = z.infer<typeof Newsroom>

/** 三审: first review by an editor, second by a desk head, final by a chief editor. */
export const defaultStages: Stage[] = [
  { id: 'first', name: '初审', roles: ['editor'] },
  { id: 'second', name: '复审', roles: ['deskHead'] },
  { id: 'final', name: '终审', roles: ['chiefEditor'] },
]

export const Person = z.object({ id: PersonId, account: z.string(), name: Line.min(1), roles: z.array(Role) })
export type Person = z.infer<typeof Person>

/** Who works at this desktop, as the desk last said. */
export const Enrolment = z.object({ person: Person, deviceId: DeviceId, serverUrl: z.url() })
export type Enrolment = z.infer<typeof Enrolment>

/** Names from the top of the tree down to `columnId`: the breadcrumb. Empty for an unknown column. */
export function columnPath(columns: readonly Column[], columnId: string | null): Column[] {
  const path: Column[] = []
  let next = columnId
  while (next !== null && path.length < columns.length) {
    const column = columns.find(({ id }) => id === next)
    if (column === undefined) break
    path.unshift(column)
    next = column.parentId
  }
  return path
}
