import { v4 as uuidv4 } from 'uuid'

import type { Caret, Change, Direction, UndoEvent, UndoStep } from '#shared/document/undo.ts'
import { isSame } from '#shared/document/diffContents.ts'
import type { Edit } from './edit.ts'

/** Milliseconds. A pause in typing that ends what one undo takes back. */
const pause = 500

/** Steps kept in memory; core keeps as many, and hands out what is not here. */
const deepest = 500

/** Asked for at once when memory has no more. */
const page = 40

/** Steps that core has kept, the nearest first. `beyond` is the farthest one that is known here. */
export type FetchSteps = (direction: Direction, beyond: string | null, limit: number) => Promise<UndoStep[]>

/**
 * What one article's undo and redo take back: what was done at this desktop, and nothing else. It outlives the editor,
 * because core keeps it too; here is what was done since the article was opened, and what was fetched.
 */
export class UndoStack {
  readonly #steps: Record<Direction, UndoStep[]> = { undo: [], redo: [] }
  readonly #exhausted: Record<Direction, boolean> = { undo: false, redo: false }
  readonly #fetch: FetchSteps
  readonly #onChange: () => void
  /** What core has not been told. */
  #events: UndoEvent[] = []
  /** Done by core, and not shown yet. */
  #expected: { version: number; step: UndoStep }[] = []
  #last: { kind: Edit['kind']; at: number } | null = null

  constructor(fetch: FetchSteps, onChange: () => void) {
    this.#fetch = fetch
    this.#onChange = onChange
  }

  can(direction: Direction): boolean {
    return this.#steps[direction].length > 0
  }

  next(direction: Direction): UndoStep | undefined {
    return this.#steps[direction].at(-1)
  }

  /** Something was done, at `at` milliseconds; `lines` is what it did besides to title lines and attribution. */
  record(changes: readonly Change[], edit: Edit, at: number, lines?: UndoStep['lines']): void {
    const last = this.next('undo')
    const goesOn = last !== undefined && this.#last !== null && this.#goesOn(last, changes, edit, at)
    const step: UndoStep = goesOn
      ? { ...last, changes: join(last.changes, changes), after: edit.after }
      : { id: uuidv4(), changes: [...changes], ...(lines && { lines }), before: edit.before, after: edit.after }
    if (goesOn) this.#steps.undo.pop()
    else this.#steps.redo = []
    this.#exhausted.redo = true
    this.#steps.undo.push(step)
    this.#steps.undo.splice(0, this.#steps.undo.length - deepest)
    this.#tell({ event: 'done', step })
    this.#last = { kind: edit.kind, at }
    this.#onChange()
  }

  /** Core has done something for the person here, as `version` of the draft, and keeps what takes it back. */
  expect(version: number, step: UndoStep | null, shown: number): void {
    if (step !== null) this.#expected.push({ version, step })
    this.reach(shown)
  }

  /** The draft of `version` is shown: what core did until then can be taken back. */
  reach(version: number): void {
    const isShown = (expected: { version: number }): boolean => expected.version <= version
    const steps = this.#expected.filter(isShown).map(({ step }) => step)
    if (steps.length === 0) return
    this.#expected = this.#expected.filter((expected) => !isShown(expected))
    this.#steps.undo.push(...steps)
    this.#steps.redo = []
    this.#exhausted.redo = true
    this.seal()
    this.#onChange()
  }

  /** What is done next is a step of its own. */
  seal(): void {
    this.#last = null
  }

  /** The nearest step cannot be told apart from what others wrote since: nothing behind it can be reached. */
  stop(direction: Direction): void {
    this.#steps[direction] = []
    this.#exhausted[direction] = true
    this.#onChange()
  }

  /** The nearest step of `direction` was carried out, and did `changes`: where others wrote since, not all that it held. */
  moved(direction: Direction, changes: Change[]): void {
    const step = this.#steps[direction].pop()
    if (step === undefined) return
    const kept = isSame(step.changes, changes) ? step : { ...step, changes }
    this.#steps[direction === 'undo' ? 'redo' : 'undo'].push(kept)
    const moved: UndoEvent = { event: direction === 'undo' ? 'undone' : 'redone', id: step.id }
    const told: UndoEvent[] = kept === step ? [] : [{ event: 'done', step: kept }]
    this.#events.push(...(direction === 'undo' ? [...told, moved] : [moved, ...told]))
    this.seal()
    this.#onChange()
  }

  /** Fetches more when there is none here. A core that cannot be asked now is asked again next time. */
  async load(direction: Direction): Promise<void> {
    if (this.can(direction) || this.#exhausted[direction]) return
    const beyond = this.#steps[direction === 'undo' ? 'redo' : 'undo'][0]?.id ?? null
    const steps = await this.#fetch(direction, beyond, page)
    // A new step has been done meanwhile: what was undone before cannot come back.
    if (this.#exhausted[direction]) return
    const known = new Set([...this.#steps.undo, ...this.#steps.redo].map(({ id }) => id))
    const older = steps.filter(({ id }) => !known.has(id)).toReversed()
    this.#exhausted[direction] = steps.length < page
    this.#steps[direction].unshift(...older)
    if (older.length > 0) this.#onChange()
  }

  /** Takes out what core has to be told with the next batch. */
  takeEvents(): UndoEvent[] {
    return this.#events.splice(0)
  }

  /** They were not stored. */
  putBack(events: readonly UndoEvent[]): void {
    const later = this.#events
    this.#events = []
    for (const event of [...events, ...later]) this.#tell(event)
  }

  #goesOn(last: UndoStep, changes: readonly Change[], edit: Edit, at: number): boolean {
    if (edit.step !== null) return edit.step === 'same'
    if (this.#last === null || edit.kind === 'other' || edit.kind !== this.#last.kind) return false
    return at - this.#last.at < pause && changes.length === 1 && sameCaret(last.after, edit.before)
  }

  /** A step that grew is told once, as it is now. */
  #tell(event: UndoEvent): void {
    const last = this.#events.at(-1)
    if (event.event === 'done' && last?.event === 'done' && last.step.id === event.step.id) this.#events.pop()
    this.#events.push(event)
  }
}

const sameCaret = (one: Caret | null, other: Caret | null): boolean => one !== null && isSame(one, other)

/** Of two changes in a row to one block, the first knows what was before and the second what is now. */
function join(before: readonly Change[], after: readonly Change[]): Change[] {
  const joined = [...before]
  for (const change of after) {
    const last = joined.at(-1)
    if (last !== undefined && isSame(last.redo, change.undo)) {
      joined[joined.length - 1] = { ...last, redo: change.redo }
    } else joined.push(change)
  }
  return joined
}
