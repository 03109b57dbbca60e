import type { ArticleId, MediaHash, RevisionId } from '#shared/domain/ids.ts'
import type { Archive, Stage } from './archiving.ts'
import type { Sent, Standing } from './explain.ts'

/** Something that was asked for: known to be so once it was acknowledged, and open before. */
export type Known<T> = { was: T; asked: T } | { is: T }

/** What has to be found of one article. */
export interface ExpectedArticle {
  readonly articleId: ArticleId
  /** The window that writes in it; null where all of them do. */
  readonly owner: number | null
  /** As it was last looked at. */
  standing: Standing
  /** Steps sent since, by window. */
  readonly sent: Map<number, Sent[]>
  /** How often a text of its history was brought back. */
  broughtBack: number
  binned: Known<boolean>
  submitted: Known<RevisionId | null> | { open: true }
}

/** An article that somebody began to make. */
export interface Beginning {
  text: string
  /** Once it was acknowledged; its content is not known before it was looked at. */
  articleId: ArticleId | null
}

/** Everything that core was asked to keep, and what it said about it. The truth that a library is compared with. */
export class Book {
  readonly articles = new Map<ArticleId, ExpectedArticle>()
  /** What nobody has looked at since. */
  beginnings: Beginning[] = []
  /** Articles that were to leave the bin for good, those that leave together in one list, and that nobody answered for. */
  emptyings: ArticleId[][] = []
  /** Left for good: none of them comes back. */
  readonly gone = new Set<ArticleId>()
  /** Pictures that core said it has, by hash. */
  readonly media = new Map<MediaHash, Uint8Array>()
  /** Steps, acts and files that were acknowledged. */
  acknowledged = 0
  /** What may be imported, and how far that is. */
  readonly archive: Archive
  importing: Stage = 'no'
  /** Where the library is exported to, and how far that is since somebody looked. */
  readonly exported: string
  exporting: Stage = 'no'

  constructor(archive: Archive, exported: string) {
    this.archive = archive
    this.exported = exported
  }

  add(articleId: ArticleId, standing: Standing, owner: number | null): ExpectedArticle {
    const article: ExpectedArticle = {
      articleId,
      owner,
      standing,
      sent: new Map(),
      broughtBack: 0,
      binned: { is: false },
      submitted: { is: null },
    }
    this.articles.set(articleId, article)
    return article
  }

  remove(articleIds: readonly ArticleId[]): void {
    for (const articleId of articleIds) {
      this.articles.delete(articleId)
      this.gone.add(articleId)
    }
  }
}
