import { toInstant } from '#shared/domain/time.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Autosave } from './Autosave.ts'
import { catchUp } from './catchUp.ts'
import type { Composing } from './Composing.ts'
import type { DraftText } from './DraftText.ts'
import type { Manuscript } from './Manuscript.ts'
import type { DraftOptions } from './types.ts'
import type { UndoStack } from './UndoStack.ts'

type Arrived = DraftOptions['article']

interface ArrivalsOptions {
  autosave: Autosave
  composing: Composing
  shown: Manuscript
  stored: DraftText
  undo: UndoStack
  /** Core has to be asked again what it holds. */
  onBehind: () => void
  me: () => PersonId | null
  /** The draft of `version` is on the screen. */
  onTaken: (version: number) => void
}

/**
 * The text that core holds, where it is another than the draft stands on. It waits until nobody composes and nothing is
 * under way; then what is different is shown in place, and what was typed meanwhile is merged with it and saved on top.
 */
export class Arrivals {
  readonly #options: ArrivalsOptions
  #arrived: Arrived | null = null
  /** The latest version that core has told of. */
  #heard = 0
  /** The version at which core was asked once more, because its answer was older. */
  #askedAgainAt: number | null = null

  constructor(options: ArrivalsOptions) {
    this.#options = options
  }

  /** What core holds, read just now. */
  bring(article: Arrived): void {
    this.#arrived = article
    this.takeIn()
  }

  /**
   * Core has told that the draft stands at `version`. Whether those words are one's own is known when nothing is under
   * way any more.
   */
  hear(version: number): void {
    this.#heard = Math.max(this.#heard, version)
    this.takeIn()
  }

  takeIn(): void {
    const { autosave, composing, shown, stored, undo, onBehind, me, onTaken } = this.#options
    const article = this.#arrived
    if (composing.isAtWork || !autosave.isSettled) return
    if (article === null) {
      if (this.#heard <= autosave.version) return
      // Once: what is read then is at least as new.
      this.#heard = autosave.version
      onBehind()
      return
    }
    shown.pages.settle()
    this.#arrived = null
    if (article.version < autosave.version) {
      // Read before the last words were saved: it does not tell what is there now.
      const again = this.#askedAgainAt !== autosave.version
      this.#askedAgainAt = autosave.version
      if (again) onBehind()
      return
    }
    // Nobody may write here any more: the words that are not saved are nowhere else, and stay on the screen.
    if (!article.editable && autosave.hasUnsaved) return
    const texts = { stored: stored.content(), shown: shown.text.content(), arrived: article.content }
    const { toShow, toSave } = catchUp(texts, { who: me(), when: toInstant(new Date()) })
    stored.replace(article.content)
    autosave.standOn(article.version, article.savedAt, toSave)
    autosave.add(shown.arrived(toShow))
    undo.reach(article.version)
    onTaken(article.version)
  }
}
