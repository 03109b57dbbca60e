import type { ClashBlock } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { Direction, UndoStep } from '#shared/document/undo.ts'
import type { Attribution } from '#shared/domain/attribution.ts'
import type { GapPlace } from '#shared/domain/attributionRules.ts'
import type { ArticleId, BlockId, PersonId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { toInstant } from '#shared/domain/time.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { Listeners } from '#shared/rpc/listeners.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import { Arrivals } from './Arrivals.ts'
import type { JournalCore, SaveState } from './Autosave.ts'
import { Autosave } from './Autosave.ts'
import { BodyCount } from './BodyCount.ts'
import type { InputMethods } from './Composing.ts'
import { Composing } from './Composing.ts'
import type { Decision } from './decision.ts'
import { decide, dropWriting, keepWriting } from './decision.ts'
import { DraftText } from './DraftText.ts'
import type { Edit } from './edit.ts'
import { otherEdit } from './edit.ts'
import { Manuscript } from './Manuscript.ts'
import type { Pages } from './Pages.ts'
import { Notices } from './Notices.ts'
import { Permission } from './Permission.ts'
import { windowTimers } from './timers.ts'
import type { DraftOptions, DraftSnapshot, PictureDetails, PlainFields } from './types.ts'
import { UndoStack } from './UndoStack.ts'

interface TookIn {
  from: readonly PersonId[]
  at: Instant
}

/** One opened article: the truth about it for as long as it is open. Everything typed goes through here to disk. */
export class DraftSession {
  readonly articleId: ArticleId
  readonly inputMethods: InputMethods
  /** What the screen shows. */
  readonly #shown: Manuscript
  readonly #autosave: Autosave
  readonly #undo: UndoStack
  readonly #composing: Composing
  readonly #arrivals: Arrivals
  /** Who writes here. */
  readonly me: () => PersonId | null
  readonly #listeners = new Listeners<DraftSnapshot>()
  readonly #places = new Listeners<GapPlace>()
  readonly #permission: Permission
  readonly #notices: Notices
  /** Told by core, and not on the screen yet. */
  #tookIn: (TookIn & { version: number })[] = []
  #core: JournalCore
  #snapshot: DraftSnapshot

  constructor({ article, core, onBehind = () => undefined, me = () => null, timers = windowTimers }: DraftOptions) {
    const { articleId, content, version, savedAt, editable } = article
    this.articleId = articleId
    this.#permission = new Permission(editable, () => this.#showPermission())
    this.#core = core
    this.#notices = new Notices(timers, () => this.#update({ notice: this.#notices.shown }))
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
    const count = new BodyCount(content.blocks, timers, (counts) => this.#update({ counts }))
    this.#shown = new Manuscript(content, count, this.#undo)
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
    const state = {
      save: this.#autosave.state,
      counts: count.total,
      editable,
      canUndo: false,
      canRedo: false,
      notice: null,
    }
    this.#snapshot = { fields: content.fields, clashes: this.#shown.clashes, ...state }
  }

  /** The editors that show the article. */
  get pages(): Pages {
    return this.#shown.pages
  }

  readonly getSnapshot = (): DraftSnapshot => this.#snapshot

  /** Takes the person to the place where a gap is mended. */
  readonly requestFocus = (place: GapPlace): void => this.#places.emit(place)
  readonly onFocusRequest = (listener: (place: GapPlace) => void): Dispose => this.#places.add(listener)

  readonly subscribe = (listener: (snapshot: DraftSnapshot) => void): Dispose => this.#listeners.add(listener)

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

  /** Puts what somebody decided in the place of several versions. */
  decide(clash: ClashBlock, decision: Decision): void {
    if (!this.#snapshot.editable || this.#composing.isAtWork) return
    this.pages.settle()
    this.#shown.decided(decide(this.content(), clash, decision), this.#save)
    this.#follow()
  }

  /** Keeps what the person here writes of another version of a place, as they write it. */
  write(clash: ClashBlock, text: string): void {
    const { blocks } = this.#shown.text
    if (!this.#snapshot.editable || blocks.get(clash.$.id)?.type !== 'clash') return
    this.#shown.written(keepWriting(clash, this.#author(), text, blocks.idBefore(clash.$.id)), this.#save)
    this.#follow()
  }

  /** They will not write it after all: undo brings it back. */
  stopWriting(clash: ClashBlock): void {
    if (!this.#snapshot.editable || this.#composing.isAtWork) return
    const after = this.#shown.text.blocks.idBefore(clash.$.id)
    this.#shown.decided(dropWriting(this.content(), clash, this.#author(), after), this.#save)
    this.#follow()
  }

  /** Goes through the editor where one shows the article, so that both say the same and the change can be undone. */
  updatePicture(id: BlockId, details: Partial<PictureDetails>): void {
    if (!this.pages.changePicture(id, details)) this.applyBlocks(this.#shown.pictureWith(id, details))
  }

  /** Takes back what was last done here, or does it again. What came from elsewhere stays. */
  async undo(direction: Direction): Promise<void> {
    await this.#undo.load(direction)
    if (!this.#snapshot.editable || this.#composing.isAtWork) return
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
  readonly hearOf = (told: TookIn & { version: number }): void => {
    this.#tookIn.push(told)
    this.#tellTaken(this.version)
  }

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

  readonly #author = () => ({ who: this.me(), when: toInstant(new Date()) })

  readonly #save = (ops: readonly JournalOp[]): void => this.#autosave.add(ops)

  #taken(version: number): void {
    this.#follow()
    this.#tellTaken(version)
  }

  #tellTaken(version: number): void {
    const shown = this.#tookIn.filter((told) => told.version <= version)
    const last = shown.at(-1)
    if (last === undefined) return
    this.#tookIn = this.#tookIn.filter((told) => told.version > version)
    const from = [...new Set(shown.flatMap((told) => told.from))]
    this.#notices.tell({ kind: 'tookIn', from, at: last.at })
  }

  #applyToFields(op: Extract<JournalOp, { op: 'fields' | 'attribution' }>): void {
    this.#shown.apply([op])
    this.#follow()
    this.#autosave.add([op])
  }

  /** Has screens show what may be another now. */
  #follow(): void {
    const { text, clashes } = this.#shown
    const { fields } = text
    if (fields !== this.#snapshot.fields || clashes !== this.#snapshot.clashes) this.#update({ fields, clashes })
  }

  #showSave(): void {
    const { state } = this.#autosave
    const save: SaveState = state.kind === 'saved' && this.#composing.hasHeld ? { kind: 'saving' } : state
    const shown = this.#snapshot.save
    if (save !== shown && !(save.kind === 'saving' && shown.kind === 'saving')) this.#update({ save })
    if (save.kind === 'saved') this.#notices.saved()
  }

  #showPermission(): void {
    const { mayWrite: editable } = this.#permission
    if (editable !== this.#snapshot.editable) this.#update({ editable })
  }

  #showUndo(): void {
    const [canUndo, canRedo] = [this.#undo.can('undo'), this.#undo.can('redo')]
    if (canUndo !== this.#snapshot.canUndo || canRedo !== this.#snapshot.canRedo) this.#update({ canUndo, canRedo })
  }

  #update(change: Partial<DraftSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    this.#listeners.emit(this.#snapshot)
  }
}
