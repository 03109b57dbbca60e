import { needsChangeReason } from '../../domain/attributionRules.ts'
import type { SourceUse } from '../../domain/attribution.ts'
import type { Newsroom } from '../../domain/newsroom.ts'
import { isWebUrl, safeUrl } from '../../domain/url.ts'
import type { ArticleContent } from '../content.ts'
import { printableLine } from './printable.ts'

export const bylineRoles = ['reporters', 'correspondents', 'photographers', 'translators'] as const
export type BylineRole = (typeof bylineRoles)[number]

export interface CreditedSource {
  name: string
  url: string | null
  /** Of the original; empty where the newsroom is the source. */
  title: string
  /** `''`: nobody has said yet. `null`: the source does not state one. */
  author: string | null
}

/**
 * Whose work an article is, made ready to be shown: trimmed, without empty entries, and without what does not belong to
 * the article's kind. Print, JSON-LD and preview all read it here and never from the record, so that they agree.
 */
export interface Credits {
  /** None is empty-named; an original's only source is the newsroom itself. */
  sources: CreditedSource[]
  byline: { role: BylineRole; names: string[] }[]
  /** 本网讯, or null when people are named. */
  staff: string | null
  /** Empty while missing. */
  editor: string
  responsibleEditor: string
  aiUse: 'assisted' | 'generated' | null
  /** Only of work under an open licence, which asks to be named; contracts stay inside the house. */
  licence: { text: string; url: string | null } | null
  /** Empty when a reprint is as it was. */
  changeNote: string
}

export function creditsOf(content: ArticleContent, newsroom: Pick<Newsroom, 'name' | 'staffByline'>): Credits {
  const { kind, attribution } = content.fields
  const { byline, permission, aiUse } = attribution
  const ownWork = kind === 'original' || kind === 'compiled'
  return {
    sources: kind === 'original' ? [ownSource(newsroom)] : attribution.sources.map(creditedSource).filter(isNamed),
    byline:
      byline.kind === 'people'
        ? bylineRoles.map((role) => ({ role, names: distinct(byline[role]) })).filter(({ names }) => names.length > 0)
        : [],
    staff: byline.kind === 'staff' && ownWork ? printableLine(newsroom.staffByline) : null,
    editor: printableLine(attribution.editor),
    responsibleEditor: printableLine(attribution.responsibleEditor),
    aiUse: aiUse === 'none' ? null : aiUse,
    licence: permission?.basis === 'openLicence' && kind !== 'original' ? licence(permission.evidence) : null,
    changeNote: needsChangeReason(content) ? printableLine(attribution.changeReason) : '',
  }
}

const ownSource = ({ name }: Pick<Newsroom, 'name'>): CreditedSource => ({
  name: printableLine(name),
  url: null,
  title: '',
  author: '',
})

function creditedSource({ name, url, originalTitle, originalAuthor }: SourceUse): CreditedSource {
  const author = originalAuthor?.kind === 'notStated' ? null : printableLine(originalAuthor?.names ?? '')
  return { name: printableLine(name), url: webUrl(url), title: printableLine(originalTitle), author }
}

const isNamed = ({ name }: CreditedSource): boolean => name !== ''

function licence(evidence: string): Credits['licence'] {
  const text = printableLine(evidence)
  return text === '' ? null : { text, url: webUrl(text) }
}

const webUrl = (url: string): string | null => (isWebUrl(url.trim()) ? safeUrl(url.toWellFormed()) : null)

const distinct = (names: readonly string[]): string[] => [
  ...new Set(names.map(printableLine).filter((name) => name !== '')),
]
