import { randomUUID } from 'node:crypto'

import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleDetail } from '#shared/contract/rows.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import { bodyText } from '#shared/document/text.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { isGalleyError } from '#shared/rpc/errors.ts'
import type { Random } from '../kit/random.ts'
import { pick } from '../kit/random.ts'
import { exportAll, importAll } from './archiving.ts'
import type { Beginning, Book, ExpectedArticle } from './book.ts'
import { emptyBin } from './emptying.ts'
import type { Sent } from './explain.ts'
import { fileOf, somePicture } from './files.ts'
import { pickEarlier } from './restoring.ts'
import { Typing } from './typing.ts'

/** Answers that a window waits for at the same time, as a fast typist's does. */
const mostUnderWay = 6

/** One window at which somebody works as fast as core answers, until core is gone. Everything it hears goes into the book. */
export class Writer {
  readonly #call: CoreCalls
  readonly #book: Book
  readonly #random: Random
  readonly #number: number
  /** No two lives write the same words. */
  readonly #typing: Typing
  readonly #underWay = new Set<Promise<void>>()
  #article: ExpectedArticle | null = null
  #dead = false
  #problem: Error | null = null

  constructor(call: CoreCalls, book: Book, random: Random, number: number) {
    this.#call = call
    this.#book = book
    this.#random = random
    this.#number = number
    this.#typing = new Typing(random, `${'ABC'.charAt(number)}${random(1_000_000)}.`)
  }

  /** Resolves when core is gone. Throws what must not happen. */
  async work(): Promise<void> {
    this.#resend()
    while (!this.#dead) {
      if (this.#underWay.size >= mostUnderWay) await Promise.race(this.#underWay)
      else await this.#act().catch((error: unknown) => this.#ended(error))
    }
    await this.#settle()
    if (this.#problem !== null) throw this.#problem
  }

  /** As a window does that finds its core again: what was not answered is sent once more, as the same step. */
  #resend(): void {
    for (const article of this.#book.articles.values()) {
      const unanswered = article.sent.get(this.#number) ?? []
      article.sent.delete(this.#number)
      for (const { step, ops, found } of unanswered) {
        if (step === null) continue
        if (found === true) this.#track(this.#expectKnown(article, ops, step))
        else this.#journal(article, ops, step)
      }
    }
  }

  async #expectKnown({ articleId, standing }: ExpectedArticle, ops: JournalOp[], step: string): Promise<void> {
    const latest = standing.version
    const { version } = await this.#call.articles.journal({ articleId, step, ops })
    if (version > latest) throw new Error(`the step ${step} was taken twice`)
  }

  async #act(): Promise<void> {
    const article = this.#article
    const chance = this.#random(100)
    const own = article?.owner === this.#number
    if (article === null || chance < 3) await this.#turnTo()
    else if (chance < 6) await this.#create()
    else if (chance < 9) await this.#import()
    else if (chance < 13) await this.#addPicture(article)
    else if (chance < 18) this.#rename(article)
    else if (own && chance < 21) await this.#bin(article)
    else if (own && chance < 24) await this.#submit(article)
    else if (chance < 26) await this.#emptyBin()
    else if (chance < 29) await this.#bringBack(article)
    else if (chance < 31) await exportAll(this.#call, this.#book)
    else if (chance < 34) await importAll(this.#call, this.#book)
    else this.#journal(article, this.#typing.step())
  }

  #journal(article: ExpectedArticle, ops: JournalOp[], step: string = randomUUID()): void {
    const { articleId } = article
    this.#send(article, { step, ops, acknowledged: false, version: null }, async (sent) => {
      sent.version = (await this.#call.articles.journal({ articleId, step, ops })).version
    })
  }

  #rename(article: ExpectedArticle): void {
    const slug = `稿 ${this.#random(10_000)}`
    const sent: Sent = { step: null, ops: [{ op: 'fields', fields: { slug } }], acknowledged: false, version: null }
    const { articleId } = article
    this.#send(article, sent, async () => void (await this.#call.articles.rename({ articleId, slug })))
  }

  #send(article: ExpectedArticle, sent: Sent, call: (sent: Sent) => Promise<void>): void {
    const list = article.sent.get(this.#number) ?? []
    article.sent.set(this.#number, list)
    list.push(sent)
    this.#track(
      call(sent).then(
        () => {
          sent.acknowledged = true
          this.#book.acknowledged += 1
        },
        (error: unknown) => {
          // Submitted or binned in the meantime: core said that it did not take it.
          if (!isGalleyError(error, 'wrong_state')) throw error
          list.splice(list.indexOf(sent), 1)
        },
      ),
    )
  }

  /** Only articles of this window, or one that all of them write in. */
  async #turnTo(): Promise<void> {
    await this.#settle()
    const open = [...this.#book.articles.values()].filter(
      ({ owner, submitted, binned }) =>
        (owner === null || owner === this.#number) &&
        'is' in submitted &&
        submitted.is === null &&
        'is' in binned &&
        !binned.is,
    )
    if (open.length === 0) return this.#create()
    const article = pick(this.#random, open)
    const { content } = await this.#call.articles.open({ articleId: article.articleId })
    this.#article = article
    this.#typing.turnTo(content.blocks)
  }

  async #create(): Promise<void> {
    await this.#settle()
    await this.#begin('', () => this.#call.articles.create({ kind: 'original' }))
  }

  async #import(): Promise<void> {
    await this.#settle()
    const words = `第 ${this.#number} 窗第 ${this.#random(1_000_000)} 号来稿。`
    const file = fileOf(words, somePicture(this.#random))
    const { content } = await this.#begin(words, () => this.#call.articles.importFile(file))
    if (bodyText(content.blocks) !== words) throw new Error(`imported ${words}, and found ${bodyText(content.blocks)}`)
  }

  /** `act` makes the article, and looks at it. */
  async #begin(text: string, act: () => Promise<{ articleId: ArticleId }>): Promise<ArticleDetail> {
    const beginning: Beginning = { text, articleId: null }
    this.#book.beginnings.push(beginning)
    const { articleId } = await act()
    beginning.articleId = articleId
    this.#book.acknowledged += 1
    const detail = await this.#call.articles.open({ articleId })
    this.#book.beginnings = this.#book.beginnings.filter((other) => other !== beginning)
    // The first one is everybody's.
    const owner = this.#book.articles.size === 0 ? null : this.#number
    this.#article = this.#book.add(articleId, detail, owner)
    this.#typing.turnTo(detail.content.blocks)
    return detail
  }

  async #addPicture(article: ExpectedArticle): Promise<void> {
    const bytes = somePicture(this.#random)
    const file = await this.#call.media.add({ bytes })
    this.#book.media.set(file.media, bytes)
    this.#book.acknowledged += 1
    this.#journal(article, this.#typing.picture(file))
  }

  /** Into the bin, or into it and out again. */
  async #bin(article: ExpectedArticle, stays = this.#random(4) === 0): Promise<void> {
    await this.#settle()
    const { articleId } = article
    const change = async (asked: boolean, act: () => Promise<unknown>) => {
      article.binned = { was: !asked, asked }
      await act()
      article.binned = { is: asked }
      this.#book.acknowledged += 1
    }
    await change(true, () => this.#call.articles.bin({ articleId }))
    if (stays) this.#article = null
    else await change(false, () => this.#call.articles.restore({ articleId }))
  }

  /** Two more go into the bin first, so that there is something that has to go together. */
  async #emptyBin(): Promise<void> {
    for (let n = 0; n < 2; n += 1) {
      await this.#create()
      if (this.#article?.owner !== this.#number) return
      this.#journal(this.#article, this.#typing.step())
      await this.#bin(this.#article, true)
    }
    await emptyBin(this.#call, this.#book, this.#random, this.#number)
  }

  /** Brings a version of its history back, in the place of the whole text. */
  async #bringBack(article: ExpectedArticle): Promise<void> {
    await this.#settle()
    const { articleId } = article
    const earlier = await pickEarlier(this.#call, this.#random, articleId)
    if (earlier === null) return
    const { text, content } = earlier
    this.#send(article, { step: null, ops: [], becomes: content, acknowledged: false, version: null }, async (sent) => {
      sent.version = (await this.#call.history.restore({ articleId, text, parts: null })).version
    })
    await this.#settle()
    this.#typing.turnTo(content.blocks)
  }

  async #submit(article: ExpectedArticle): Promise<void> {
    this.#journal(article, this.#typing.completion())
    await this.#settle()
    article.submitted = { open: true }
    try {
      const { revisionId } = await this.#call.review.submit({ articleId: article.articleId })
      article.submitted = { is: revisionId }
      this.#book.acknowledged += 1
      this.#article = null
    } catch (error) {
      // An imported picture says too little about itself.
      if (!isGalleyError(error, 'attribution_incomplete')) throw error
      article.submitted = { is: null }
    }
  }

  #track(answered: Promise<void>): void {
    const tracked = answered.catch((error: unknown) => this.#ended(error)).finally(() => this.#underWay.delete(tracked))
    this.#underWay.add(tracked)
  }

  async #settle(): Promise<void> {
    await Promise.all(this.#underWay)
  }

  #ended(error: unknown): void {
    this.#dead = true
    if (isGalleyError(error, 'disconnected')) return
    this.#problem ??= error instanceof Error ? error : new Error(String(error))
  }
}
