import type { ArticleId } from '#shared/domain/ids.ts'
import type { Desktop } from './desktop.ts'

export async function binAll({ call }: Desktop, ...articleIds: ArticleId[]): Promise<void> {
  for (const articleId of articleIds) await call.articles.bin({ articleId })
}

export const whatGoes = ({ call }: Desktop) => call.bin.contents({ articleIds: null })

/** Removes for good everything in the bin that may go. */
export async function emptyBin(desktop: Desktop): Promise<void> {
  const { articles } = await whatGoes(desktop)
  await desktop.call.bin.empty({ articles: articles.filter(({ held }) => held === null) })
}
