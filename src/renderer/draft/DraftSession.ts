import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { Direction, UndoStep } from '#shared/document/undo.ts'
import type { Attribution } from '#shared/domain/attribution.ts'
import type { GapPlace } from '#shared/domain/attributionRules.ts'
import type { ArticleId, BlockId, PersonId } from '#shared/domain/ids.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { Listeners } from '#shared/rpc/listeners.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { Arrivals } from './Arrivals.ts'
import type { JournalCore, SaveState } from './Autosave.ts'
import { Autosave } from './Autosave.ts'
import { BodyCount } from './BodyCount.ts'
import { Clashes } from './Clashes.ts'
import type { InputMethods } from './Composing.ts'
import { Composing } from './Composing.ts'
import { DraftText } from './DraftText.ts'
import type { Edit } from './edit.ts'
import { otherEdit } from './edit.ts'
import { Manuscript } from './Manuscript.ts'
import type { Pages } from './Pages.ts'
import type { TookIn } from './Notices.ts'
import { Notices } from './Notices.ts'
import { Permission } from './Permission.ts'
import { Screens } from './Screens.ts'
import { windowTimers } from './timers.ts'
import type { DraftOptions, DraftSnapshot, PictureDetails, PlainFields } from './types.ts'
import { UndoStack } from './UndoStack.ts'

/** One opened article: the truth about it for as long as it is open. Everything typed goes through here to disk. */
export class DraftSession {
  readonly articleId: ArticleId
  readonly inputMethods: InputMethods
  readonly clashes: Clashes
  /** What the screen shows. */
  readonly #shown: Manuscript
  readonly #autosave: Autosave
  readonly #undo: UndoStack
  readonly #composing: Composing
  readonly #arrivals: Arrivals
  /** Who writes here. */
  readonly me: () => PersonId | null
  readonly #places = new Listeners<GapPlace>()
  readonly #permission: Permission
  readonly #notices: Notices
  readonly #screens: Screens
  #core: JournalCore

  constructor({ article, core, onBehind = () => undefined, me = () => null, timers = windowTimers }: DraftOptions) {
    const { articleId, content, version, savedAt, editable } = article
    this.articleId = articleId
    this.#permission = new Permission(editable, () => this.#screens.show({ editable: this.#permission.mayWrite }))
    this.#core = core
    this.#notices = new Notices(timers, () => this.#screens.show({ notice: this.#notices.shown }))
    this.me = me
    // What core has acknowledged.
    const stored = new DraftText(content)
    this.#composing = new Composing(
      () => this.#showSave(),
      () => queueMicrotask(() => this.#arrivals.takeIn()),
    )
    this.inputMethods = this.#composing
    this.#undo = new UndoStack(
      (direction, beyond, limit) => this.#core.articles.undoSteps({ articleId, direction, beyond, limit }),
      () => this.#showUndo(),
    )
    this.#autosave = new Autosave({
      articleId,
      core,
      version,
      savedAt,
      timers,
      undo: this.#undo,
      onState: () => this.#showSave(),
      onStored: (ops) => stored.apply(ops),
      onBehind,
      onSettled: () => this.#arrivals.takeIn(),
    })
    const count = new BodyCount(content.blocks, timers, (counts) => this.#screens.show({ counts }))
    this.#shown = new Manuscript(content, count, this.#undo)
    this.clashes = new Clashes({
      shown: this.#shown,
      composing: this.#composing,
      permission: this.#permission,
      me,
      save: this.#save,
      onChange: () => this.#follow(),
    })
    this.#arrivals = new Arrivals({
      autosave: this.#autosave,
      composing: this.#composing,
      shown: this.#shown,
      stored,
      undo: this.#undo,
      onBehind,
      me,
      onTaken: (version) => this.#taken(version),
    })
    this.#screens = new Screens({
      fields: content.fields,
      clashes: this.#shown.clashes,
      save: this.#autosave.state,
      counts: count.total,
      editable,
      canUndo: false,
      canRedo: false,
      notice: null,
    })
  }

  /** The editors that show the article. */
  get pages(): Pages {
    return this.#shown.pages
  }

  readonly getSnapshot = (): DraftSnapshot => this.#screens.shown

  /** Takes the person to the place where a gap is mended. */
  readonly requestFocus = (place: GapPlace): void => this.#places.emit(place)
  readonly onFocusRequest = (listener: (place: GapPlace) => void): Dispose => this.#places.add(listener)

  readonly subscribe = (listener: (snapshot: DraftSnapshot) => void): Dispose => this.#screens.subscribe(listener)

  /** Of the draft: the last one that was opened or acknowledged. */
  get version(): number {
    return this.#autosave.version
  }

  /** The article as it stands, whole: O(blocks) after a change, so not for every keystroke. */
  readonly content = (): ArticleContent => this.#shown.text.content()

  readonly setFields = (fields: Partial<PlainFields>): void => this.#applyToFields({ op: 'fields', fields })
  readonly setAttribution = (attribution: Partial<Attribution>): void =>
    this.#applyToFields({ op: 'attribution', attribution })

  /** What the editor reports: `put` and `remove` only. */
  applyBlocks(ops: readonly JournalOp[], edit: Edit = otherEdit): void {
    // What an editor makes of a text that somebody only reads is nobody's doing.
    if (edit.outside && !this.#permission.isAllowed) return
    this.#autosave.add(this.#shown.typed(ops, edit))
    this.#follow()
  }

  /** Goes through the editor where one shows the article, so that both say the same and the change can be undone. */
  updatePicture(id: BlockId, details: Partial<PictureDetails>): void {
    if (!this.pages.changePicture(id, details)) this.applyBlocks(this.#shown.pictureWith(id, details))
  }

  /** Takes back what was last done here, or does it again. What came from elsewhere stays. */
  async undo(direction: Direction): Promise<void> {
    await this.#undo.load(direction)
    if (!this.#permission.mayWrite || this.#composing.isAtWork) return
    if (!this.#shown.undo(direction, this.#save)) this.#notices.tell({ kind: 'undoStopped', direction })
    this.#follow()
    void this.#undo.load(direction).catch(() => undefined)
  }

  /** Core has brought an old version back, as the draft's `version`: undo takes that back as soon as it is shown. */
  readonly restored = (version: number, step: UndoStep | null): void => this.#undo.expect(version, step, this.version)

  /** Learns whether there is something to take back from before the article was opened. */
  async prepareUndo(): Promise<void> {
    await Promise.all([this.#undo.load('undo'), this.#undo.load('redo')]).catch(() => undefined)
  }

  /** What core holds now, read just now. It is taken in as soon as nobody composes and nothing is under way. */
  readonly take = (article: DraftOptions['article']): void => this.#arrivals.bring(article)

  /** Core has told that the draft stands at `version`: another window may have saved words. */
  readonly hear = (version: number): void => this.#arrivals.hear(version)

  /** Core has told whose words `version` of the draft has taken in: said as soon as they are on the screen. */
  readonly hearOf = (told: TookIn): void => this.#notices.hearOf(told, this.version)

  /** Core could not be asked what it holds. */
  readonly cannotTake = (error: WireError): void => this.#autosave.cannotCatchUp(error)

  /** The article's state has changed: whether this person may write on. */
  readonly setEditable = (editable: boolean): void => this.#permission.allow(editable)

  /**
   * Carries out what takes the article out of this person's hands, when every word is on disk. Nobody types meanwhile:
   * core would refuse those words. When saving or the act fails, so does this, and the person may write on.
   */
  handOver<T>(act: () => Promise<T>): Promise<T> {
    return this.#permission.handOver(() => this.flush().then(act))
  }

  /** Resolves when core has acknowledged everything typed so far; rejects when an attempt to save failed. */
  flush(): Promise<void> {
    this.#composing.tellAll()
    return this.#autosave.flush()
  }

  /** Core was restarted, or the connection to it replaced. */
  reconnect(core: JournalCore): void {
    this.#core = core
    this.#autosave.reconnect(core)
  }

  /** To be called after `flush` has resolved. What is not saved yet is tried once more all the same. */
  dispose(): void {
    this.#shown.dispose()
    this.#notices.dispose()
    void this.flush().catch(() => undefined)
  }

  readonly #save = (ops: readonly JournalOp[]): void => this.#autosave.add(ops)

  #taken(version: number): void {
    this.#follow()
    this.#notices.reached(version)
  }

  #applyToFields(op: Extract<JournalOp, { op: 'fields' | 'attribution' }>): void {
    this.#shown.apply([op])
    this.#follow()
    this.#autosave.add([op])
  }

  /** Has screens show what may be another now. */
  #follow(): void {
    const { text, clashes } = this.#shown
    this.#screens.show({ fields: text.fields, clashes })
  }

  #showSave(): void {
    const { state } = this.#autosave
    const save: SaveState = state.kind === 'saved' && this.#composing.hasHeld ? { kind: 'saving' } : state
    const shown = this.#screens.shown.save
    this.#screens.show({ save: save.kind === 'saving' && shown.kind === 'saving' ? shown : save })
    if (save.kind === 'saved') this.#notices.saved()
  }

  #showUndo(): void {
    this.#screens.show({ canUndo: this.#undo.can('undo'), canRedo: this.#undo.can('redo') })
  }
}
