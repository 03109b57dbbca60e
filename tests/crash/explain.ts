import { isDeepStrictEqual } from 'node:util'

import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'

/** One step that a window sent, and what it was told about it. */
export interface Sent {
  step: string | null
  ops: JournalOp[]
  /** The whole text that it puts in the place of the one before, where it does. */
  becomes?: ArticleContent
  acknowledged: boolean
  /** The version that it was acknowledged as; null where no answer came, or the answer does not say. */
  version: number | null
  /** It was not answered, and yet it is in what was found. */
  found?: boolean
}

export interface Standing {
  content: ArticleContent
  version: number
}

/**
 * Whether `found` is what `before` becomes through what the windows sent: each window's steps in their order, every
 * acknowledged one, at the version that it was acknowledged as, none twice, and of the others any that were sent before
 * one that is there. Answers which steps are in it, or null when nothing explains what was found.
 */
export function explain(before: Standing, windows: readonly (readonly Sent[])[], found: Standing): Set<Sent> | null {
  function search(content: ArticleContent, version: number, at: readonly number[]): Sent[] | null {
    if (version === found.version) {
      const complete = windows.every((sent, n) => !sent.slice(at[n]).some(({ acknowledged }) => acknowledged))
      if (complete && isDeepStrictEqual(content, found.content)) return []
    } else {
      for (const [n, sent] of windows.entries()) {
        const next = sent[at[n] ?? 0]
        if (next === undefined || (next.version !== null && next.version !== version + 1)) continue
        const moved = at.map((place, which) => (which === n ? place + 1 : place))
        const rest = search(next.becomes ?? applyJournal(content, next.ops), version + 1, moved)
        if (rest !== null) return [next, ...rest]
      }
    }
    return null
  }

  const explained = search(
    before.content,
    before.version,
    windows.map(() => 0),
  )
  return explained === null ? null : new Set(explained)
}
