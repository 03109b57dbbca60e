import type { BinnedArticle } from '#shared/contract/bin.ts'
import { useFormat, useT } from '#renderer/i18n/context.tsx'

/** What people call it. */
export function useTitle(): (article: BinnedArticle) => string {
  const t = useT()
  return ({ headline, slug }) => headline || slug || t('library.untitled')
}

/** How much would be lost with it, and who else has it. */
export function useFacts(): (article: BinnedArticle) => string {
  const t = useT()
  const format = useFormat()
  return ({ words, points, binnedAt, atDesk, shared }) =>
    [
      words === null ? t('bin.unreadable') : t('bin.words', { n: words }),
      points > 0 && t('bin.points', { n: points }),
      t('bin.binnedAt', { at: format.short(binnedAt, new Date()) }),
      atDesk && t('bin.atDesk'),
      shared && t('bin.shared'),
    ]
      .filter((fact) => fact !== false)
      .join(' · ')
}
