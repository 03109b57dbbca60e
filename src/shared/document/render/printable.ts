/**
 * What people typed, fit for any output: lone surrogates become U+FFFD, and control and non-characters, which XML
 * forbids and HTML drops or misreads, go. Letters, marks and spaces stay as they are.
 */
export const printable = (text: string): string => text.toWellFormed().replaceAll(unprintable, '')

/** One line of it: white space folded, edges trimmed. Where it stands among other words it goes into a `<bdi>`. */
export const printableLine = (text: string): string => printable(text).replaceAll(/\s+/gu, ' ').trim()

/** A line for places that cannot isolate a direction (window titles, feeds): without marks that turn the words around it. */
export const plainLine = (text: string): string => printableLine(text.replaceAll(/\p{Bidi_Control}/gu, ''))

const unprintable = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu
