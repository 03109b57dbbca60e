import type { Byline } from '#shared/domain/attribution.ts'
import type { BylineRole } from '#shared/document/render/credits.ts'
import { bylineRoles } from '#shared/document/render/credits.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'

/** Groups that an article of this kind usually has; the others are shown once they hold a name. */
const usual: Record<ArticleKind, readonly BylineRole[]> = {
  original: ['reporters', 'correspondents', 'photographers'],
  reprint: [],
  wire: [],
  compiled: ['translators'],
}

/** Which groups of names to show, in the order of print. `all` shows every one. */
export const bylineGroups = (kind: ArticleKind, byline: Byline, all: boolean): BylineRole[] =>
  bylineRoles.filter(
    (role) => all || usual[kind].includes(role) || (byline.kind === 'people' && byline[role].length > 0),
  )

/** 本网讯 stands for work of the newsroom's own. */
export const maySignAsStaff = (kind: ArticleKind): boolean => kind === 'original' || kind === 'compiled'
