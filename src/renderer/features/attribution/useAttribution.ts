import { useCallback } from 'react'

import { useDraft, useDraftValue } from '#renderer/draft/context.tsx'
import type { DraftSnapshot } from '#renderer/draft/types.ts'
import type { Attribution } from '#shared/domain/attribution.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'

const attributionOf = ({ fields }: DraftSnapshot): Attribution => fields.attribution
const kindOf = ({ fields }: DraftSnapshot): ArticleKind => fields.kind

/** The attribution of the opened article, as it stands with every keystroke. */
export function useAttribution() {
  const session = useDraft()
  const attribution = useDraftValue(attributionOf)
  const set = useCallback((change: Partial<Attribution>) => session.setAttribution(change), [session])
  return { attribution, set }
}

export const useKind = (): ArticleKind => useDraftValue(kindOf)
