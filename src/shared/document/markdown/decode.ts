import { GalleyError } from '../../rpc/errors.ts'
import { importError } from './problem.ts'

/** Largest article file, in bytes. */
export const maxFileBytes = 5 * 1024 * 1024

/** The text of a file with `\n` between lines and without a byte order mark. Throws `too_large` or `import_invalid`. */
export function decodeText(bytes: Uint8Array, field: string): string {
  if (bytes.byteLength > maxFileBytes) throw new GalleyError('too_large', { limit: maxFileBytes })
  const text = decodeUtf8(bytes, field)
  const nul = text.indexOf('\0')
  if (nul >= 0) throw importError({ line: lineAt(text, nul), field }, 'nul')
  return text.replaceAll(/\r\n?/g, '\n')
}

function decodeUtf8(bytes: Uint8Array, field: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw importError({ line: lineAt(new TextDecoder('utf-8').decode(bytes), null), field }, 'notUtf8')
  }
}

/** Line of an offset; of the first replacement character for null, which is where the decoder gave up. */
function lineAt(text: string, offset: number | null): number {
  const end = offset ?? text.indexOf('\uFFFD')
  return text.slice(0, Math.max(end, 0)).split(/\r\n?|\n/).length
}

/** Part of a file. */
export interface Lines {
  text: string
  /** Line of the file on which it begins, counted from 1. */
  firstLine: number
}

/** A file's two parts. */
export interface Parts {
  frontMatter: Lines | null
  body: Lines
}

const fence = /^---[ \t]*$/
const endFence = /^(?:---|\.\.\.)[ \t]*$/

/** Cuts off the front matter: from a first line `---` to the next line `---` or `...`. */
export function splitFrontMatter(text: string): Parts {
  const lines = text.split('\n')
  if (!fence.test(lines[0] ?? '')) return { frontMatter: null, body: { text, firstLine: 1 } }
  const end = lines.findIndex((line, index) => index > 0 && endFence.test(line))
  if (end < 0) throw importError({ line: 1, field: '---' }, 'unterminated')
  return {
    frontMatter: { text: lines.slice(1, end).join('\n'), firstLine: 2 },
    body: { text: lines.slice(end + 1).join('\n'), firstLine: end + 2 },
  }
}
