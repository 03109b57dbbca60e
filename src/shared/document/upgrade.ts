import { GalleyError } from '../rpc/errors.ts'
import { ArticleContent, schemaVersion } from './content.ts'

type Stored = Record<string, unknown>

/** `upgrades[n]` turns version n into n + 1. A stored article is upgraded when it is read, and written back when it next changes. */
const upgrades: Record<number, (stored: Stored) => Stored> = {}

/** Reads an article from disk, network or file. Throws `document_newer` or `document_invalid`; never loses a node. */
export function readContent(input: unknown): ArticleContent {
  let stored = asObject(input)
  for (let version = versionOf(stored); version < schemaVersion; version += 1) {
    const upgrade = upgrades[version]
    if (upgrade === undefined) throw new GalleyError('document_invalid', { version })
    stored = { ...upgrade(stored), schemaVersion: version + 1 }
  }
  if (versionOf(stored) > schemaVersion) throw new GalleyError('document_newer', { version: versionOf(stored) })
  const result = ArticleContent.safeParse(stored)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new GalleyError('document_invalid', { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
}

function asObject(input: unknown): Stored {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Stored
  throw new GalleyError('document_invalid', { reason: 'not an object' })
}

const versionOf = (stored: Stored): number =>
  typeof stored['schemaVersion'] === 'number' ? stored['schemaVersion'] : Number.NaN
