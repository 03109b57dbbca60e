import type { CoreHandlers } from '#shared/contract/core.ts'
import type { Bin } from './service.ts'

export const binHandlers = (bin: Bin): CoreHandlers['bin'] => ({
  contents: ({ articleIds }) => bin.contents(articleIds),
  empty({ articles }) {
    bin.empty(articles)
    return {}
  },
})
