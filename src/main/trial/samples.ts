import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

import type { z } from 'zod'

import type { Attachment } from '#shared/contract/articles.ts'

import { programFolder } from '../common/program.ts'

export interface Sample {
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
  attachments: z.input<typeof Attachment>[]
}

const articles = new Set(['.md', '.txt'])

/** The sample articles of one author: `resources/trial/articles/<account>`, with the pictures that lie beside them. */
export async function samplesOf(account: string): Promise<Sample[]> {
  const folder = join(programFolder, 'resources', 'trial', 'articles', account)
  const names = (await readdir(folder).catch(() => [])).toSorted((left, right) => left.localeCompare(right))
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, name))) })),
  )
  const attachments = files.filter(({ name }) => !articles.has(extname(name)))
  return files
    .filter(({ name }) => articles.has(extname(name)))
    .map(({ name, bytes }) => ({ fileName: name, bytes, attachments }))
}
