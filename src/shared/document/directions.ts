/**
 * Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069): they show words in another order than they
 * stand in, which hides what is read, signed and searched. The marks for single letters, U+200E and U+200F, are no such.
 */
const directions = /[\u202A-\u202E\u2066-\u2069]/gu

export const hasDirections = (text: string): boolean => text.search(directions) >= 0

/** The words in the order in which they are shown. */
export const withoutDirections = (text: string): string => text.replaceAll(directions, '')
