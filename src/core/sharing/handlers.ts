import type { CoreHandlers } from '#shared/contract/core.ts'
import type { CoWriters } from './coWriters.ts'
import type { WorkingLines } from './workingLines.ts'

export const sharingHandlers = (coWriters: CoWriters, lines: WorkingLines): CoreHandlers['sharing'] => ({
  leave({ articleId }) {
    lines.left(articleId)
    return {}
  },
  writers: ({ articleId }) => coWriters.list(articleId),
  setCoWriter({ articleId, personId, writes }) {
    coWriters.set(articleId, personId, writes)
    return {}
  },
  refusals: ({ articleId }) => coWriters.refusals(articleId),
  dismiss({ articleId, personId }) {
    coWriters.dismiss(articleId, personId)
    return {}
  },
})
