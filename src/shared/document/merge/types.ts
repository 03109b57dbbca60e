import type { PersonId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/time.ts'
import type { BlockId } from '../../domain/ids.ts'
import type { ArticleContent } from '../content.ts'

/** Whose text it is, and since when: said beside a version that clashes, and used for nothing else. */
export interface Author {
  who: PersonId | null
  when: Instant
}

/** One of two texts that are to become one. */
export interface Side extends Author {
  content: ArticleContent
}

export interface Merged {
  content: ArticleContent
  /** Clashes that this merge made or added a version to. Those that were open before and stayed as they were do not count. */
  clashes: BlockId[]
}

/** What three-way merging needs of anything: how it was, and what the two sides made of it. */
export interface Three<T> {
  base: T
  left: T
  right: T
}
