import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Receipt } from '#shared/domain/article.ts'
import type { RecordEntry } from '#shared/protocol/record.ts'
import type { Seen } from './readers.ts'

export interface Evidence {
  receipt: Receipt
  record: RecordEntry[]
  seen: Seen
}

/**
 * Writes `page.html` and `feed.xml` as readers get them, `receipt.json` and `record.json`; and `view.html`, the page with
 * its style sheet and pictures beside it, which opens without a server. Returns the names.
 */
export async function writeEvidence(folder: string, { receipt, record, seen }: Evidence): Promise<string[]> {
  const beside = [...(seen.styles === null ? [] : [seen.styles.path]), ...seen.pictures.keys()]
  const view = beside.reduce((html, path) => html.replaceAll(`"${path}"`, `"view${path}"`), seen.page)
  const files = new Map<string, string | Uint8Array>([
    ['page.html', seen.page],
    ['feed.xml', seen.feed],
    ['receipt.json', json(receipt)],
    ['record.json', json(record)],
    ['view.html', view],
  ])
  if (seen.styles !== null) files.set(`view${seen.styles.path}`, seen.styles.text)
  for (const [path, bytes] of seen.pictures) files.set(`view${path}`, bytes)
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return [...files.keys()]
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
