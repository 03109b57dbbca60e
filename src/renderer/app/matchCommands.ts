import type { CommandId } from '#shared/commands/table.ts'

export interface Named {
  id: CommandId
  /** Its name in every language. */
  names: readonly string[]
}

/** Commands whose name, in any language, has the letters of `typed` in their order; the closest first. */
export function matchCommands<T extends Named>(commands: readonly T[], typed: string): T[] {
  const wanted = fold(typed)
  if (wanted === '') return [...commands]
  return commands
    .map((command) => ({ command, score: Math.max(...command.names.map((name) => closeness(fold(name), wanted))) }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score)
    .map(({ command }) => command)
}

/** 0 when the letters are not there; more for a run at the start of a word, and most for the start of the name. */
function closeness(name: string, wanted: string): number {
  const at = name.indexOf(wanted)
  if (at === 0) return 4
  if (at > 0) return name[at - 1] === ' ' ? 3 : 2
  let next = 0
  for (const letter of name) if (letter === wanted[next]) next += 1
  return next === wanted.length ? 1 / name.length : 0
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
