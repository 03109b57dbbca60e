/** `contenteditable` is the floor, `lexical` the bare library, `galley` the writing pane with everything on. */
export type Variant = 'contenteditable' | 'lexical' | 'galley'

export interface TypingPage {
  /** Shows so many paragraphs of 100 characters, with the caret in the middle of the article. Once for each page. */
  open(variant: Variant, count: number): Promise<void>
  /** Milliseconds from key to paint of the keys since the last call. */
  take(): number[]
}

declare global {
  interface Window {
    typing: TypingPage
  }
}
