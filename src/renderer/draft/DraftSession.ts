import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { Block, PictureBlock } from '#shared/document/blocks.ts'
import { isPicture } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { schemaVersion } from '#shared/document/content.ts'
import type { TextCount } from '#shared/document/count.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { applyJournal } from '#shared/document/journal.ts'
import type { Attribution } from '#shared/domain/attribution.ts'
import type { GapPlace } from '#shared/domain/attributionRules.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'
import type { ArticleId, BlockId } from '#shared/domain/ids.ts'
import { Listeners } from '#shared/rpc/listeners.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { JournalCore, SaveState } from './Autosave.ts'
import { Autosave } from './Autosave.ts'
import { BlockChain } from './blockChain.ts'
import { BodyCount } from './BodyCount.ts'
import type { Timers } from './timers.ts'
import { windowTimers } from './timers.ts'

/** What a screen shows of a draft. Never changed in place: a new one is the sign that something is different. */
export interface DraftSnapshot {
  readonly fields: ArticleFields
  readonly save: SaveState
  /** Of the body. Follows the typing at a distance of idle time. */
  readonly counts: TextCount
  readonly editable: boolean
}

/** The title lines and the rest of an article's fields, without its attribution. */
export type PlainFields = Omit<ArticleFields, 'attribution'>

/** What people say about a picture. */
export type PictureDetails = Pick<PictureBlock, 'alt' | 'caption' | 'credit' | 'rights' | 'source'>

export interface PictureChange {
  blockId: BlockId
  details: Partial<PictureDetails>
}

export interface DraftOptions {
  article: Pick<ArticleDetail, 'articleId' | 'content' | 'version' | 'savedAt' | 'editable'>
  core: JournalCore
  timers?: Timers
}

/** One opened article: the truth about it for as long as it is open. Everything typed goes through here to disk. */
export class DraftSession {
  readonly articleId: ArticleId
  readonly #blocks: BlockChain
  readonly #autosave: Autosave
  readonly #count: BodyCount
  readonly #listeners = new Listeners<DraftSnapshot>()
  readonly #focusListeners = new Listeners<GapPlace>()
  readonly #pictureListeners = new Set<(change: PictureChange) => void>()
  #snapshot: DraftSnapshot
  /** Whether the article's state lets this person write. */
  #allowed: boolean
  #handingOver = false
  /** Ask whoever holds words on the screen to tell them. */
  readonly #held = new Set<() => void>()
  #content: ArticleContent | null

  constructor({ article, core, timers = windowTimers }: DraftOptions) {
    const { articleId, content, version, savedAt, editable } = article
    this.articleId = articleId
    this.#allowed = editable
    this.#content = content
    this.#blocks = new BlockChain(content.blocks)
    this.#autosave = new Autosave({ articleId, core, version, savedAt, timers, onState: () => this.#showSave() })
    this.#count = new BodyCount(content.blocks, timers, (counts) => this.#update({ counts }))
    this.#snapshot = { fields: content.fields, save: this.#autosave.state, counts: this.#count.total, editable }
  }

  readonly getSnapshot = (): DraftSnapshot => this.#snapshot

  readonly subscribe = (listener: (snapshot: DraftSnapshot) => void): Dispose => this.#listeners.add(listener)

  /** Of the draft: the last one that was opened or acknowledged. */
  get version(): number {
    return this.#autosave.version
  }

  /** The article as it stands, whole: O(blocks) after a change, so not for every keystroke. */
  content(): ArticleContent {
    this.#content ??= { schemaVersion, fields: this.#snapshot.fields, blocks: Array.from(this.#blocks) }
    return this.#content
  }

  setFields(fields: Partial<PlainFields>): void {
    this.#applyToFields({ op: 'fields', fields })
  }

  setAttribution(attribution: Partial<Attribution>): void {
    this.#applyToFields({ op: 'attribution', attribution })
  }

  /** What the editor reports: `put` and `remove` only. */
  applyBlocks(ops: readonly JournalOp[]): void {
    if (ops.length === 0) return
    for (const op of ops) {
      if (op.op === 'put') this.#put(op.after, op.block)
      else if (op.op === 'remove') this.#remove(op.id)
    }
    this.#content = null
    this.#autosave.add(ops)
  }

  /** Goes through the editor where one shows the article, so that both say the same and the change can be undone. */
  updatePicture(blockId: BlockId, details: Partial<PictureDetails>): void {
    if (this.#pictureListeners.size > 0) {
      for (const listener of this.#pictureListeners) listener({ blockId, details })
      return
    }
    const block = this.#blocks.get(blockId)
    if (block === undefined || !isPicture(block)) return
    this.applyBlocks([{ op: 'put', after: this.#blocks.idBefore(blockId), block: { ...block, ...details } }])
  }

  /** The editor's side of `updatePicture`. */
  onPictureChange(listener: (change: PictureChange) => void): Dispose {
    this.#pictureListeners.add(listener)
    return () => this.#pictureListeners.delete(listener)
  }

  /** Takes the person to the place where a gap is mended. */
  requestFocus(place: GapPlace): void {
    this.#focusListeners.emit(place)
  }

  onFocusRequest(listener: (place: GapPlace) => void): Dispose {
    return this.#focusListeners.add(listener)
  }

  /** Fields that changed elsewhere, while nothing was unsaved and the body stayed what it is. */
  takeFields({ content: { fields }, version, savedAt }: Pick<ArticleDetail, 'content' | 'version' | 'savedAt'>): void {
    this.#content = null
    this.#update({ fields })
    this.#autosave.standOn(version, savedAt)
  }

  /** The article's state has changed: whether this person may write on. */
  setEditable(editable: boolean): void {
    this.#allowed = editable
    const shown = editable && !this.#handingOver
    if (shown !== this.#snapshot.editable) this.#update({ editable: shown })
  }

  /**
   * Carries out what takes the article out of this person's hands, when every word is on disk. Nobody types meanwhile:
   * core would refuse those words. When saving or the act fails, so does this, and the person may write on.
   */
  async handOver<T>(act: () => Promise<T>): Promise<T> {
    this.#handingOver = true
    this.setEditable(this.#allowed)
    try {
      await this.flush()
      const result = await act()
      this.#allowed = false
      return result
    } finally {
      this.#handingOver = false
      this.setEditable(this.#allowed)
    }
  }

  /**
   * Words stand on the screen that are not told here yet: an input method is composing them. Until the answer is called
   * nothing is said to be saved. `tell` is asked to tell them, as they are, when they have to be on disk.
   */
  readonly hold = (tell: () => void): Dispose => {
    const ask = () => tell()
    this.#held.add(ask)
    this.#showSave()
    return () => {
      if (this.#held.delete(ask)) this.#showSave()
    }
  }

  /** Resolves when core has acknowledged everything typed so far; rejects when an attempt to save failed. */
  flush(): Promise<void> {
    for (const ask of this.#held) ask()
    return this.#autosave.flush()
  }

  /** Core was restarted, or the connection to it replaced. */
  reconnect(core: JournalCore): void {
    this.#autosave.reconnect(core)
  }

  /** To be called after `flush` has resolved. What is not saved yet is tried once more all the same. */
  dispose(): void {
    this.#count.dispose()
    this.#pictureListeners.clear()
    void this.flush().catch(() => undefined)
  }

  #applyToFields(op: Extract<JournalOp, { op: 'fields' | 'attribution' }>): void {
    const { fields } = applyJournal({ schemaVersion, fields: this.#snapshot.fields, blocks: [] }, [op])
    this.#content = null
    this.#update({ fields })
    this.#autosave.add([op])
  }

  #put(after: BlockId | null, block: Block): void {
    this.#blocks.put(after, block)
    this.#count.changed(block.$.id, block)
  }

  #remove(id: BlockId): void {
    this.#blocks.remove(id)
    this.#count.changed(id, null)
  }

  #showSave(): void {
    const { state } = this.#autosave
    const save: SaveState = state.kind === 'saved' && this.#held.size > 0 ? { kind: 'saving' } : state
    const shown = this.#snapshot.save
    if (save !== shown && !(save.kind === 'saving' && shown.kind === 'saving')) this.#update({ save })
  }

  #update(change: Partial<DraftSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    this.#listeners.emit(this.#snapshot)
  }
}
