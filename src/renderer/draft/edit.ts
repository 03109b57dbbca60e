import type { Caret } from '#shared/document/undo.ts'

/** How words came about, so that undo takes back what people think of as one thing. */
export interface Edit {
  /** Typing and deleting go on where they left off; everything else stands alone. */
  kind: 'insert' | 'backspace' | 'delete' | 'other'
  before: Caret | null
  after: Caret | null
  /** The program knows better than the kind: `new` starts a step of undo, `same` belongs to the last one. */
  step: 'new' | 'same' | null
  /** It was brought in from outside: only what differs from that is somebody's doing here. */
  outside: boolean
}

export const otherEdit: Edit = { kind: 'other', before: null, after: null, step: null, outside: false }
