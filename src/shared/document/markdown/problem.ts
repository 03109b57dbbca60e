import type { importMessages } from '../../messages/importing.ts'
import { GalleyError } from '../../rpc/errors.ts'

/** Where in a file something stands: the line, counted from 1, and the key or part of it. */
export interface Place {
  line: number
  field: string
}

type Problem = keyof typeof importMessages extends `import.${infer Name}` ? Name : never

/** `import_invalid` with `{line, field, reason}`; `reason` is the key of a message that is said with `facts`. */
export const importError = (
  { line, field }: Place,
  problem: Problem,
  facts: Record<string, string | number> = {},
): GalleyError => new GalleyError('import_invalid', { ...facts, line, field, reason: `import.${problem}` })
