import { open } from 'node:fs/promises'

import type { PictureFacts } from '../contract.ts'
import { endOfPicture } from './end.ts'
import { unsupported } from './refuse.ts'

/** How pages and documents begin, precise enough that a film behind a photograph is not taken for one. */
const disguised = /%PDF-\d|<\?php\s|<(script|html|svg|iframe)[\s>]|<!doctype\s/i
/** The same for archives: ZIP's first entry and its end, RAR, 7-Zip. */
const archives = ['504b030414', '504b03040a', '504b050600000000', '526172211a07', '377abcaf271c'].map((hex) =>
  Buffer.from(hex, 'hex'),
)
/** Programs begin there or not at all. */
const programs = ['MZ', '\u007fELF', '#!'].map((start) => Buffer.from(start, 'latin1'))

/** Bytes that are looked through at either end of what stands behind a picture: readers of other kinds start there. */
const searched = 64 * 1024

/**
 * Refuses a file that is a picture at its front and an archive, a page or a program behind it. Cameras append harmless
 * things (a film, a depth map), and those stay.
 */
export async function refusePolyglot(path: string, mimeType: PictureFacts['mimeType']): Promise<void> {
  const file = await open(path)
  try {
    const bytes = await file.readFile()
    const end = endOfPicture(bytes, mimeType)
    const behind = bytes.subarray(end)
    const edges = [behind.subarray(0, searched), behind.subarray(-searched)]
    if (programs.some((start) => behind.subarray(0, start.length).equals(start)) || edges.some(isDisguised))
      throw unsupported('polyglot')
  } finally {
    await file.close()
  }
}

const isDisguised = (bytes: Buffer): boolean =>
  archives.some((start) => bytes.includes(start)) || disguised.test(bytes.toString('latin1'))
