import type { Place } from './problem.ts'
import { importError } from './problem.ts'
import type { FileBeside } from './types.ts'

/** The files that came with an article, found by the name that it uses for them. */
export class Attachments {
  readonly #files: Map<string, Uint8Array>

  constructor(files: readonly FileBeside[]) {
    this.#files = new Map(files.map(({ name, bytes }) => [attachmentName(name), bytes]))
  }

  /** Throws `import_invalid` when the file is not there. `name` is what `nameBeside` gave. */
  bytes(name: string, place: Place): Uint8Array {
    const bytes = this.#files.get(name)
    if (bytes === undefined) throw importError(place, 'missingFile', { value: name })
    return bytes
  }
}

/** One name for one file: systems differ in how they compose letters, and writers in how they say "here". */
const attachmentName = (name: string): string => name.normalize('NFC').replace(/^(?:\.\/)+/, '')

/**
 * The name of a file that lies beside the article or in a folder below. Addresses, absolute paths and paths that climb
 * are refused, so that somebody else's article cannot fetch a file from elsewhere on this computer.
 */
export function nameBeside(written: string, place: Place): string {
  const name = attachmentName(written)
  const climbs = name.split(/[/\\]/).includes('..')
  if (name === '' || climbs || /^(?:[/\\]|[a-z][a-z0-9+.-]*:)/i.test(name)) {
    throw importError(place, 'notBeside', { value: written })
  }
  return name
}
