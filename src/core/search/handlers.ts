import type { CoreHandlers } from '#shared/contract/core.ts'
import type { Search } from './service.ts'

export const searchHandlers = (search: Search): CoreHandlers['search'] => ({
  find: (question) => search.find(question),
  similar: ({ articleId, limit }) => search.similar(articleId, limit),
  async rebuild() {
    await search.rebuild()
    return {}
  },
})
