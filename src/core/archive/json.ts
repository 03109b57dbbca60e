import { GalleyError } from '#shared/rpc/errors.ts'
import { maxDepth } from './limits.ts'

/** JSON of a stranger's file. What is nested deeper than any article is refused before it is parsed. */
export function parseBounded(text: string, entry: string): unknown {
  refuseDeep(text, entry)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new GalleyError('archive_invalid', { reason: 'archive.notJson', entry }, { cause: error })
  }
}

function refuseDeep(text: string, entry: string): void {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > maxDepth) throw new GalleyError('archive_invalid', { reason: 'archive.tooDeep', entry })
    } else if (character === '}' || character === ']') depth -= 1
  }
}
