import type { ArticleContent } from '#shared/document/content.ts'
import type { ParentsOf } from '#shared/document/line.ts'
import { commonHeads, lineOf } from '#shared/document/line.ts'
import { mergeContents } from '#shared/document/merge/mergeContents.ts'
import type { Author, Side } from '#shared/document/merge/types.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId } from '#shared/document/revision.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'

/** Where a merge takes texts from. */
export interface Source {
  readonly articleId: ArticleId
  readonly parentsOf: ParentsOf
  /** Who wrote a revision and when, as the desk noted it: the same on every desktop. */
  readonly authorOf: (id: RevisionId) => Author
  readonly load: (id: RevisionId) => Promise<ArticleContent>
}

export interface MergedHeads {
  id: RevisionId
  content: ArticleContent
  author: Author
  /** Revisions that the merge made, parents before children; none for a single head. */
  made: Revision[]
}

/**
 * One text from all heads of a line. Everything that goes into it comes from the revisions and from what the desk noted
 * of them, in the order of their ids, so that every desktop which knows the same heads makes the same revisions with the
 * same ids. Two lines that merged the same work crosswise have several latest common ancestors; those are merged first,
 * as Git's recursive strategy does, and what comes out is the base. Ancestors end, so this does.
 */
export async function mergeHeads(source: Source, heads: readonly RevisionId[]): Promise<MergedHeads> {
  const merger = new Merger(source)
  const id = await merger.merge(heads)
  const content = await merger.contentOf(id)
  return { id, content, author: merger.authorOf(id), made: merger.madeFor(id) }
}

class Merger {
  readonly #source: Source
  readonly #made = new Map<RevisionId, Revision>()

  constructor(source: Source) {
    this.#source = source
  }

  async merge(heads: readonly RevisionId[]): Promise<RevisionId> {
    const [first, ...others] = heads.toSorted()
    if (first === undefined) throw new TypeError('a line has at least one head')
    let id = first
    for (const head of others) id = await this.#join(id, head)
    return id
  }

  contentOf(id: RevisionId): ArticleContent | Promise<ArticleContent> {
    return this.#made.get(id)?.content ?? this.#source.load(id)
  }

  /** A merge has no words of its own: it is as its latest parent, whoever's desktop sent it to the desk first. */
  authorOf(id: RevisionId): Author {
    const parents = this.#parentsOf(id)
    if (parents.length < 2) return this.#source.authorOf(id)
    return parents
      .toSorted()
      .map((parent) => this.authorOf(parent))
      .reduce((latest, author) => (author.when > latest.when ? author : latest))
  }

  madeFor(id: RevisionId): Revision[] {
    const line = lineOf([id], this.#parentsOf)
    return [...this.#made].filter(([made]) => line.has(made)).map(([, revision]) => revision)
  }

  readonly #parentsOf: ParentsOf = (id) => this.#made.get(id)?.parents ?? this.#source.parentsOf(id)

  async #join(left: RevisionId, right: RevisionId): Promise<RevisionId> {
    const common = commonHeads(left, right, this.#parentsOf)
    const base = common.length === 0 ? null : await this.contentOf(await this.merge(common))
    const { content } = mergeContents(base, await this.#side(left), await this.#side(right))
    const revision = { articleId: this.#source.articleId, parents: [left, right].toSorted(), content }
    const id = revisionId(revision)
    this.#made.set(id, revision)
    return id
  }

  async #side(id: RevisionId): Promise<Side> {
    return { content: await this.contentOf(id), ...this.authorOf(id) }
  }
}
