import { textFormat } from '#shared/document/inline.ts'

/** What of a format comes in from outside. The rest is how another program likes its text. */
export const formatsKept = textFormat.bold | textFormat.italic | textFormat.subscript | textFormat.superscript
