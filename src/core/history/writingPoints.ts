import type { ArticleContent } from '#shared/document/content.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { CoreContext } from '../context.ts'
import type { WritableDb } from '../db/handles.ts'
import { transaction } from '../db/transaction.ts'
import type { Drafts, Saved } from '../journal/drafts.ts'
import { meAt } from '../settings/desk.ts'
import type { After } from '../timers.ts'
import { keepPoint } from './keepPoint.ts'
import { charactersLost } from './loss.ts'
import { deletePoint, pointsOf, shownVersion } from './repository.ts'
import { sweepTexts } from './texts.ts'
import { pointsToThin } from './thinning.ts'

/** A point is made when nothing was typed for so long, and at the latest so long after the first word. Milliseconds. */
const pause = 30_000
const longest = 5 * 60_000
/** A step that takes away more than so many characters has the text before it kept. */
const muchLost = 100

interface Text {
  content: ArticleContent
  version: number
  at: Instant
}

interface Writing {
  /** Texts that the next words would have covered up, oldest first. */
  covered: Text[]
  stopPause: Dispose
  stopLongest: Dispose
}

/**
 * Makes points as people write. A keystroke only sets a timer: texts are compared, compressed and written when nobody
 * waits for an answer. The text that a first word is typed on, and one that a step takes much away from, are kept too.
 */
export class WritingPoints {
  readonly #context: CoreContext
  readonly #drafts: Drafts
  readonly #after: After
  readonly #writing = new Map<ArticleId, Writing>()
  readonly #stop: Dispose

  constructor(context: CoreContext, drafts: Drafts, after: After) {
    this.#context = context
    this.#drafts = drafts
    this.#after = after
    this.#stop = drafts.onSaved((saved) => this.#saved(saved))
  }

  /** Makes now what is waiting. */
  finish(): void {
    this.#stop()
    for (const articleId of Array.from(this.#writing.keys())) this.#keep(articleId)
  }

  /** The article was removed for good, and what was to be kept of it goes too. */
  forget(articleId: ArticleId): void {
    this.#end(articleId)
  }

  #saved({ articleId, before, ops }: Saved): void {
    const known = this.#writing.get(articleId)
    const writing = known ?? this.#begin(articleId)
    if (known === undefined || charactersLost(before.content, ops) > muchLost) {
      writing.covered.push({ content: before.content, version: before.version, at: before.savedAt })
      if (known !== undefined) this.#after(0, () => this.#keepCovered(articleId))
    }
    writing.stopPause()
    writing.stopPause = this.#after(pause, () => this.#keep(articleId))
  }

  #begin(articleId: ArticleId): Writing {
    const writing: Writing = {
      covered: [],
      stopPause: () => {},
      stopLongest: this.#after(longest, () => this.#keep(articleId)),
    }
    this.#writing.set(articleId, writing)
    this.#after(0, () => this.#keepCovered(articleId))
    return writing
  }

  #end(articleId: ArticleId): Writing | undefined {
    const writing = this.#writing.get(articleId)
    writing?.stopPause()
    writing?.stopLongest()
    this.#writing.delete(articleId)
    return writing
  }

  #keepCovered(articleId: ArticleId): void {
    const covered = this.#writing.get(articleId)?.covered.splice(0) ?? []
    if (covered.length > 0) this.#write(articleId, covered)
  }

  #keep(articleId: ArticleId): void {
    const writing = this.#end(articleId)
    if (writing === undefined) return
    const draft = this.#drafts.find(articleId)
    const now = draft === null ? [] : [{ content: draft.content, version: draft.version, at: draft.savedAt }]
    this.#write(articleId, [...writing.covered, ...now])
  }

  /** A point that cannot be made costs no word: the draft has them all. */
  #write(articleId: ArticleId, texts: readonly Text[]): void {
    const { db, log, emit } = this.#context
    try {
      const kept = transaction(db, (tx) => {
        const made = texts.filter((text) => this.#keepOne(tx, articleId, text))
        if (made.length > 0) this.#thin(tx, articleId)
        return made.length
      })
      if (kept > 0) emit('history.changed', { articleId })
    } catch (error) {
      log.warn('no point of history made', { articleId, error: String(error) })
    }
  }

  /** Nothing is kept of an empty beginning, nor of what a point shows already. */
  #keepOne(tx: WritableDb, articleId: ArticleId, { content, version, at }: Text): boolean {
    if (version <= shownVersion(tx, articleId)) return false
    keepPoint(tx, { articleId, reason: 'writing', content, version, at, personId: meAt(tx) })
    return true
  }

  #thin(tx: WritableDb, articleId: ArticleId): void {
    const points = pointsOf(tx, articleId)
    const pinned = new Set(points.flatMap(({ origin }) => origin ?? []))
    const going = new Set(pointsToThin(points, this.#context.clock(), pinned))
    if (going.size === 0) return
    // From the newest: each hands its size on to a neighbour that stays.
    for (const point of points.toReversed()) if (going.has(point.seq)) deletePoint(tx, articleId, point)
    sweepTexts(tx, articleId)
  }
}
