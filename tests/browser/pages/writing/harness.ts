import type { ArticleContent } from '#shared/document/content.ts'
import type { JournalOp } from '#shared/document/journal.ts'
import type { GapPlace } from '#shared/domain/attributionRules.ts'
import type { BlockId } from '#shared/domain/ids.ts'
import type { DraftSnapshot, PictureDetails } from '#renderer/draft/DraftSession.ts'

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
  /** What is wrong with the draft, or null. */
  complaint(): string | null
  /** Random edits as a person makes them; answers what went wrong, or null. */
  shake(seed: number, steps: number): Promise<string | null>
}

declare global {
  interface Window {
    harness: Harness
  }
}
