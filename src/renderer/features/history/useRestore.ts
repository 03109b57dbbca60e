import { useMutation } from '@tanstack/react-query'

import { useDraft } from '#renderer/draft/context.tsx'
import { useCore } from '#renderer/platform/context.tsx'
import type { TextRef } from '#shared/contract/history.ts'
import type { Parts } from '#shared/document/takeBack.ts'

/** Brings back a text, or parts of it, when every word typed so far is on disk: those words are then kept as a version. */
export function useRestore() {
  const core = useCore()
  const session = useDraft()
  return useMutation({
    mutationFn: async ({ text, parts }: { text: TextRef; parts: Parts | null }) => {
      await session.flush()
      const copy = parts && {
        blocks: [...parts.blocks],
        fields: [...parts.fields],
        attribution: [...parts.attribution],
      }
      const { version, step } = await core.history.restore({ articleId: session.articleId, text, parts: copy })
      session.restored(version, step)
    },
  })
}
