import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import { readContent } from '#shared/document/upgrade.ts'
import type { Evidence } from './evidence.ts'

export interface Composed {
  content: ArticleContent
  /** Every step up to the latest version is in it, each from a source that was checked. */
  complete: boolean
}

/** A whole text that steps can be applied to. */
export interface Start {
  version: number
  content: unknown
  sure: boolean
}

/**
 * The text at the latest version that anything tells of: from the newest whole text from which an unbroken chain of
 * checked steps leads there; failing that, of any steps; failing that, what there is, in order. Null when there is no
 * text to start from that can be read.
 */
export function compose(starts: readonly Start[], { latest, steps }: Evidence): Composed | null {
  const newestFirst = starts.toSorted((a, b) => b.version - a.version || Number(b.sure) - Number(a.sure))
  for (const sure of [true, false]) {
    for (const start of newestFirst) {
      if (sure && !start.sure) continue
      const chain = unbroken(start.version, latest, steps, sure)
      const content = chain === null ? null : apply(start.content, chain)
      if (content !== null) return { content, complete: sure }
    }
  }
  for (const start of newestFirst) {
    const rest = [...steps].filter(([version]) => version > start.version).toSorted(([a], [b]) => a - b)
    const content = apply(
      start.content,
      rest.flatMap(([, { ops }]) => ops ?? []),
    )
    if (content !== null) return { content, complete: false }
  }
  return null
}

/** The operations from `from` to `to`, or null when one of the steps is missing. */
function unbroken(from: number, to: number, steps: Evidence['steps'], sure: boolean): JournalOp[] | null {
  const ops: JournalOp[] = []
  for (let version = from + 1; version <= to; version += 1) {
    const step = steps.get(version)
    if (step === undefined || step.ops === null || (sure && !step.sure)) return null
    ops.push(...step.ops)
  }
  return ops
}

function apply(content: unknown, ops: readonly JournalOp[]): ArticleContent | null {
  try {
    return applyJournal(readContent(content), ops)
  } catch {
    return null
  }
}
