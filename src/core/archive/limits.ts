import { maxMediaBytes } from '#shared/protocol/media.ts'
import type { EntryName } from './format.ts'

const megabyte = 1024 * 1024

/** Entries of one archive: three for each article, and its pictures. */
export const maxEntries = 1_000_000

/** Bytes that an entry may have once it is unpacked. */
export const maxBytes: Readonly<Record<EntryName['is'], number>> = {
  readme: megabyte,
  manifest: 16 * megabyte,
  contents: 512 * megabyte,
  checksums: 256 * megabyte,
  article: 64 * megabyte,
  text: 64 * megabyte,
  history: 8 * 1024 * megabyte,
  picture: maxMediaBytes,
}

/** One line of a history, or one JSON file. Bytes. */
export const maxJson = 64 * megabyte
/** Brackets inside of brackets: lists in lists of the longest article stay far below. */
export const maxDepth = 100

/**
 * What all of it may come to, for the size that the file has: the texts of a history repeat each other, and deflate
 * makes at most a thousandth of anything.
 */
export const maxTotal = (fileBytes: number): number => 64 * megabyte + 300 * fileBytes
