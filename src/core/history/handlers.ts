import type { CoreHandlers } from '#shared/contract/core.ts'
import type { History } from './service.ts'

export const historyHandlers = (history: History): CoreHandlers['history'] => ({
  list: ({ articleId }) => ({ entries: history.list(articleId) }),
  content: ({ articleId, text }) => ({ content: history.content(articleId, text) }),
  restore: ({ articleId, text, parts }) => history.restore(articleId, text, parts),
})
