import type { CoreCalls } from '#shared/contract/core.ts'
import type { UnsavedText } from '#shared/contract/host.ts'
import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { ArticleId, PersonId } from '#shared/domain/ids.ts'
import { bodyText } from '#shared/document/text.ts'
import type { WireError } from '#shared/rpc/errors.ts'
import { isGalleyError, toWire } from '#shared/rpc/errors.ts'
import { Listeners } from '#shared/rpc/listeners.ts'
import type { Dispose } from '#shared/rpc/transport.ts'
import type { HandOver } from '../draft/context.tsx'
import { DraftSession } from '../draft/DraftSession.ts'

export type OpenArticle =
  | { kind: 'none' }
  | { kind: 'opening'; articleId: ArticleId }
  | { kind: 'failed'; articleId: ArticleId; error: WireError }
  | { kind: 'open'; article: ArticleDetail; session: DraftSession }

/** The part of core that articles are opened and saved through. */
export interface DeskCore {
  articles: Pick<CoreCalls['articles'], 'open' | 'journal' | 'undoSteps'>
  sharing: Pick<CoreCalls['sharing'], 'leave'>
}

/**
 * Holds the opened article, and every article that was left before its last words were on disk: those stay until core
 * has acknowledged them, and come back as they were when they are opened again.
 */
export class DraftDesk {
  #me: PersonId | null = null
  #core: DeskCore
  #state: OpenArticle = { kind: 'none' }
  /** Sessions with words that are not on disk. */
  readonly #left = new Map<ArticleId, DraftSession>()
  readonly #listeners = new Listeners<void>()
  #turn = 0

  constructor(core: DeskCore) {
    this.#core = core
  }

  readonly getSnapshot = (): OpenArticle => this.#state

  readonly subscribe = (listener: () => void): Dispose => this.#listeners.add(listener)

  /** Whose desktop it is, once that is known. */
  setMe(me: PersonId | null): void {
    this.#me = me
  }

  async open(articleId: ArticleId | null): Promise<void> {
    this.#turn += 1
    const turn = this.#turn
    this.#leave()
    if (articleId === null) {
      this.#set({ kind: 'none' })
      return
    }
    this.#set({ kind: 'opening', articleId })
    try {
      // Two sessions of one article would each take the other's words away.
      await this.#left
        .get(articleId)
        ?.flush()
        .catch(() => undefined)
      const article = await this.#core.articles.open({ articleId })
      if (turn !== this.#turn) return
      const left = this.#left.get(articleId)
      this.#left.delete(articleId)
      left?.take(article)
      const session = left ?? this.#newSession(article)
      this.#set({ kind: 'open', article, session })
      void session.prepareUndo()
    } catch (error) {
      if (turn === this.#turn) this.#set({ kind: 'failed', articleId, error: toWire(error) })
    }
  }

  /** Where the opened article stands may have changed: asks core, and shows the difference in place. */
  async refresh(): Promise<void> {
    if (this.#state.kind === 'open') await this.#look(this.#state.session)
  }

  /** The article that is open, for what core tells of it. */
  sessionOf(articleId: ArticleId): DraftSession | null {
    return this.#state.kind === 'open' && this.#state.session.articleId === articleId ? this.#state.session : null
  }

  /** Has a session take in what core holds, whether it is opened or was left with words that are not saved. */
  async #look(session: DraftSession): Promise<void> {
    let article: ArticleDetail
    try {
      article = await this.#core.articles.open({ articleId: session.articleId })
    } catch (error) {
      if (isGalleyError(error, 'not_found') && this.#isOnlyShown(session)) {
        // Another window of this desktop has removed it for good.
        this.#leave()
        this.#set({ kind: 'failed', articleId: session.articleId, error: toWire(error) })
        return
      }
      // The old answer stays; the next event or reconnection asks again.
      session.cannotTake(toWire(error))
      return
    }
    session.setEditable(article.editable)
    session.take(article)
    if (this.#state.kind === 'open' && this.#state.session === session) this.#set({ kind: 'open', article, session })
  }

  /** Opened, and without a word that is not on disk. */
  #isOnlyShown(session: DraftSession): boolean {
    return this.#state.kind === 'open' && this.#state.session === session && session.getSnapshot().save.kind === 'saved'
  }

  #newSession(article: ArticleDetail): DraftSession {
    const session: DraftSession = new DraftSession({
      article,
      core: this.#core,
      onBehind: () => void this.#look(session),
      me: () => this.#me,
    })
    return session
  }

  /** Core was restarted: everything that is unsaved goes to the new one, and nothing is believed that the old one said. */
  reconnect(core: DeskCore): void {
    this.#core = core
    for (const session of this.#sessions()) session.reconnect(core)
    if (this.#state.kind === 'failed') void this.open(this.#state.articleId)
    else void this.refresh()
  }

  get hasUnsaved(): boolean {
    return this.#sessions().some((session) => session.getSnapshot().save.kind !== 'saved')
  }

  /** Whole, each text of which some words are on no disk. */
  get unsavedTexts(): UnsavedText[] {
    return this.#sessions()
      .filter((session) => session.getSnapshot().save.kind !== 'saved')
      .map((session) => {
        const { fields, blocks } = session.content()
        return { headline: fields.headline || fields.slug, text: bodyText(blocks) }
      })
  }

  /** Resolves when every word is on disk; rejects when one attempt to bring it there failed. */
  async flush(): Promise<void> {
    await Promise.all(this.#sessions().map((session) => session.flush()))
  }

  /** Carries out what takes an article out of this person's hands: see DraftSession. */
  readonly handOver: HandOver = (articleId, act) => {
    const session = this.#sessions().find((one) => one.articleId === articleId)
    return session === undefined ? act() : session.handOver(act)
  }

  #leave(): void {
    if (this.#state.kind !== 'open') return
    const { session } = this.#state
    if (session.getSnapshot().save.kind === 'saved') {
      this.#part(session)
      return
    }
    this.#left.set(session.articleId, session)
    const stop = session.subscribe(({ save }) => {
      if (save.kind !== 'saved') return
      stop()
      if (this.#left.get(session.articleId) !== session) return
      this.#left.delete(session.articleId)
      this.#part(session)
    })
  }

  /** Every word is on disk, and may go to the desk at once. Core sends it after a pause if it cannot be told. */
  #part(session: DraftSession): void {
    session.dispose()
    void this.#core.sharing.leave({ articleId: session.articleId }).catch(() => undefined)
  }

  #sessions(): DraftSession[] {
    const open = this.#state.kind === 'open' ? [this.#state.session] : []
    return [...open, ...this.#left.values()]
  }

  #set(state: OpenArticle): void {
    this.#state = state
    this.#listeners.emit()
  }
}
