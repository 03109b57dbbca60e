import { useT } from '#renderer/i18n/context.tsx'
import { useArticle } from '#renderer/state/article.tsx'
import { useNewsroom } from '#renderer/state/queries.ts'
import { Section } from '#renderer/ui/Section.tsx'

import { progress } from './progress.ts'

/** 审稿: where the opened article stands, and what the person at this desktop may do about it. */
export function ReviewPanel() {
  const t = useT()
  const article = useArticle()
  const known = useNewsroom().data ?? null
  if (known === null) return null
  return (
    <Section title={t('review.way')}>
      <ol>
        {progress(article, known.newsroom.stages).map((step) => (
          <li key={step.kind === 'stage' ? step.stage.id : step.kind}>{step.state}</li>
        ))}
      </ol>
    </Section>
  )
}
