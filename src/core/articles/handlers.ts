import type { CoreHandlers } from '#shared/contract/core.ts'
import type { Drafts } from '../journal/drafts.ts'
import type { Articles } from './service.ts'
import type { ArticleFiles } from './files.ts'

export const articleHandlers = (articles: Articles, drafts: Drafts, files: ArticleFiles): CoreHandlers['articles'] => ({
  list: ({ view, offset, limit }) => articles.list(view, offset, limit),
  counts: () => articles.counts(),
  open: ({ articleId }) => articles.open(articleId),
  create: ({ kind }) => ({ articleId: articles.create(kind) }),
  journal: ({ articleId, step, base, ops, undo }) => drafts.append(articleId, step, ops, base, undo),
  undoSteps: ({ articleId, direction, beyond, limit }) => drafts.undoSteps(articleId, direction, beyond, limit),
  rename({ articleId, slug }) {
    articles.rename(articleId, slug)
    return {}
  },
  bin({ articleId }) {
    articles.bin(articleId)
    return {}
  },
  restore({ articleId }) {
    articles.restore(articleId)
    return {}
  },
  importFile: async (file) => ({ articleId: await files.import(file) }),
  exportMarkdown: ({ articleId }) => files.export(articleId),
})
