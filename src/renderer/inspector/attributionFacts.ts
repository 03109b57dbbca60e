import { isPicture } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { bylineRoles, creditsOf } from '#shared/document/render/credits.ts'
import type { SourceUse } from '#shared/domain/attribution.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { columnPath } from '#shared/domain/newsroom.ts'
import type { Translate } from '#shared/messages/format.ts'

export interface TextFact {
  id: string
  label: string
  value: string
}

/** The attribution as a reviewer reads it: what is filled in, with what is kept inside the house, and nothing empty. */
export function attributionFacts(content: ArticleContent, newsroom: Newsroom, t: Translate): TextFact[] {
  const { kind, columnId, attribution } = content.fields
  const { permission, aiUse } = attribution
  const credits = creditsOf(content, newsroom)
  const separator = t('review.separator')
  const columns = columnPath(newsroom.columns, columnId).map(({ name }) => name)
  const facts: TextFact[] = [
    { id: 'kind', label: t('newsroom.kind'), value: t(`newsroom.${kind}`) },
    { id: 'column', label: t('newsroom.column'), value: columns.join(' › ') },
    ...(kind === 'original' ? [] : attribution.sources.flatMap((source, index) => sourceFacts(source, index, t))),
    ...bylineRoles.map((role) => {
      const names = credits.byline.find((group) => group.role === role)?.names ?? []
      return { id: role, label: t(`newsroom.${role}`), value: names.join(separator) }
    }),
    { id: 'staff', label: t('newsroom.byline'), value: credits.staff ?? '' },
    { id: 'editor', label: t('newsroom.editor'), value: credits.editor },
    { id: 'responsibleEditor', label: t('newsroom.responsibleEditor'), value: credits.responsibleEditor },
    ...(kind === 'original' || permission === null
      ? []
      : [
          { id: 'basis', label: t('attribution.basis'), value: t(`attribution.${permission.basis}`) },
          { id: 'evidence', label: t('attribution.evidence'), value: permission.evidence.trim() },
        ]),
    { id: 'changeReason', label: t('attribution.changeReason'), value: credits.changeNote },
    { id: 'aiUse', label: t('newsroom.aiUse'), value: aiUse === null ? '' : t(aiUseLabel[aiUse]) },
    ...content.blocks.filter(isPicture).map(({ $, alt, credit, rights, source }, index) => ({
      id: $.id,
      label: t('attribution.picture', { n: index + 1 }),
      value: [[credit, source, rights].filter(isFilled).join(' · '), alt].filter(isFilled).join('\n'),
    })),
  ]
  return facts.filter(({ value }) => value !== '')
}

export const aiUseLabel = {
  none: 'attribution.aiNone',
  assisted: 'attribution.aiAssisted',
  generated: 'attribution.aiGenerated',
} as const

const isFilled = (text: string): boolean => text.trim() !== ''

function sourceFacts(source: SourceUse, index: number, t: Translate): TextFact[] {
  const { name, url, originalTitle, originalAuthor } = source
  const author = originalAuthor?.kind === 'notStated' ? t('newsroom.authorNotStated') : (originalAuthor?.names ?? '')
  return [
    { id: `source-${index}`, label: t('newsroom.source'), value: name },
    { id: `url-${index}`, label: t('newsroom.originalUrl'), value: url },
    { id: `author-${index}`, label: t('newsroom.originalAuthor'), value: author },
    { id: `title-${index}`, label: t('newsroom.originalTitle'), value: originalTitle },
  ]
}
