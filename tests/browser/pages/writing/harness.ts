import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { GapPlace } from '#shared/domain/attributionRules.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import type { DraftSnapshot, PictureDetails } from '#renderer/draft/types.ts'

/** What a test asks of the page. */
export interface Opening {
  content: ArticleContent
  editable?: boolean
  locale?: 'zh' | 'en'
  theme?: 'light' | 'dark'
  firstLineIndent?: boolean
}

/** What the page lets tests do and see. */
export interface Harness {
  open(opening: Opening): void
  /** Of the draft: what would be stored. */
  content(): ArticleContent
  snapshot(): DraftSnapshot
  /** What the editor shows, all of it, in the stored form. */
  shown(): ArticleContent['blocks']
  /** Batches that core has acknowledged. */
  batches(): JournalOp[][]
  flush(): Promise<void>
  requestFocus(place: GapPlace): void
  updatePicture(blockId: BlockId, details: Partial<PictureDetails>): void
  setEditable(editable: boolean): void
  /** Addresses that were opened outside. */
  openedLinks(): string[]
  /** Puts the caret, or a selection, at offsets of the words of two top-level blocks. */
  select(from: [block: number, offset: number], to?: [block: number, offset: number]): void
  /** What core has on disk. */
  stored(): ArticleContent
  /** Another desktop's text takes the place of the one that core holds, and the window hears of it. */
  outside(content: ArticleContent): void
  /** The same, and the window has not heard of it yet. */
  replace(content: ArticleContent): void
  /** Opens the article again from what core holds, as after a start. */
  reopen(): void
  /** Saves, and says what is wrong with the draft, or null. */
  complaint(): Promise<string | null>
  /** Random edits as a person makes them, with those of `others` in between; answers what went wrong, or null. */
  shake(seed: number, steps: number, others?: boolean): Promise<string | null>
  /** Random edits of somebody who writes the characters from `first` on, each once, and decides clashes. */
  act(acting: { first: number; seed: number; steps: number }): Promise<string | null>
  /**
   * Like `outside`, and says what is wrong then, be it with the caret. `late` is typed just before, and not saved when
   * the text arrives.
   */
  arrive(content: ArticleContent, late?: string): Promise<string | null>
  /** Takes so many steps back and does them again; says what is wrong, or other than before. */
  takeBack(steps: number): Promise<string | null>
}

declare global {
  interface Window {
    harness: Harness
  }
}
