import type { Notices } from '../../domain/newsroom.ts'
import type { MessageKey } from '../../messages/catalog.ts'

/** One name, title or time as it is printed. */
export interface PrintedValue {
  text: string
  /** A safe http or https address behind the text. */
  url?: string
  /** The source that it belongs to, said only where an article has several. */
  of?: string
  /** The machine's form of a time (ISO 8601, UTC). */
  dateTime?: string
}

/** One line of the printed attribution: what it says, and everything it says it of. `values` is never empty. */
export interface PrintedLine {
  key: MessageKey
  /** The word for `key` in the newsroom's language, which need not be the language of whoever looks at a preview. */
  label: string
  values: PrintedValue[]
}

/** 署名与来源 as readers see it. Lines for what is still missing are left out, so that it also serves as a preview. */
export interface PrintedAttribution {
  /** Under the headline: source, original author, byline, time. */
  head: PrintedLine[]
  /** Visible label of AI use (GB 45438-2025), printed above the first paragraph; null when none was used or nobody said. */
  aiLabel: string | null
  /** Under the text: original title, licence, why a reprint was changed, editor, responsible editor. */
  foot: PrintedLine[]
}

/** A notice under the article, its template filled in. */
export interface PrintedNotice {
  kind: Extract<keyof Notices, 'own' | 'thirdParty' | 'rightsContact'>
  text: string
}
