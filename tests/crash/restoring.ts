import type { CoreCalls } from '#shared/contract/core.ts'
import type { TextRef } from '#shared/contract/history.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Random } from '../kit/random.ts'
import { pick } from '../kit/random.ts'
import type { ExpectedArticle } from './book.ts'
import type { Sent } from './explain.ts'

/** A text of the article's history; null where it has none yet. */
export async function pickEarlier(
  call: CoreCalls,
  random: Random,
  articleId: ArticleId,
): Promise<{ text: TextRef; content: ArticleContent } | null> {
  const { entries } = await call.history.list({ articleId })
  const texts = entries.flatMap((entry) => (entry.kind === 'point' ? [entry.text] : []))
  if (texts.length === 0) return null
  const text = pick(random, texts)
  return { text, content: (await call.history.content({ articleId, text })).content }
}

/** A text that was brought back is in the history together with the one before it, in the transaction of its words. */
export function compareHistory(
  article: ExpectedArticle,
  explained: Set<Sent> | null,
  history: readonly string[],
): string[] {
  const broughtBack = [...(explained ?? [])].filter(({ becomes }) => becomes !== undefined).length
  article.broughtBack += broughtBack
  return (['beforeRestore', 'restored'] as const).flatMap((reason) => {
    const kept = history.filter((other) => other === reason).length
    return kept === article.broughtBack ? [] : [`${kept} points ${reason} of ${article.broughtBack}`]
  })
}
