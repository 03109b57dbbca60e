import type { ArticleContent } from '#shared/document/content.ts'
import { diffContents } from '#shared/document/diffContents.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { mergeContents } from '#shared/document/merge/mergeContents.ts'
import type { Author } from '#shared/document/merge/types.ts'

interface CaughtUp {
  /** What to do to the text on the screen. */
  toShow: JournalOp[]
  /** What to save on top of the text that core holds. */
  toSave: JournalOp[]
}

interface Texts {
  /** Where both come from: what core acknowledged last. */
  stored: ArticleContent
  /** With the words that are not saved. */
  shown: ArticleContent
  /** What core holds by now. */
  arrived: ArticleContent
}

/**
 * Brings together the words on the screen that are not saved and another text that core holds by now. `writer` is named
 * beside the words on the screen where both changed the same place.
 */
export function catchUp({ stored, shown, arrived }: Texts, writer: Author): CaughtUp {
  if (diffContents(stored, shown).length === 0) return { toShow: diffContents(shown, arrived), toSave: [] }
  const ours = { ...writer, content: shown }
  const { content } = mergeContents(stored, ours, { content: arrived, who: null, when: writer.when })
  return { toShow: diffContents(shown, content), toSave: diffContents(arrived, content) }
}
