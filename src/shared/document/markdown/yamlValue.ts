import type { Node } from 'yaml'
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, YAMLMap } from 'yaml'
import type { z } from 'zod'

import type { Place } from './problem.ts'
import { importError } from './problem.ts'
import { nearest } from './nearest.ts'

/** A value of the front matter with the line that it stands on. Everything is text: `headline: 2026` is a headline. */
export interface YamlValue extends Place {
  node: unknown
  at: (node: unknown) => number
}

/** The front matter's top mapping. Throws `import_invalid` at the line where YAML gives up. */
export function parseYaml({ text, firstLine }: { text: string; firstLine: number }): YamlValue {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter, prettyErrors: false, stringKeys: true })
  const lineOf = (offset: number): number => lineCounter.linePos(offset).line + firstLine - 1
  const [error] = document.errors
  if (error !== undefined) {
    throw importError({ line: lineOf(error.pos[0]), field: '---' }, 'yaml', { detail: error.message })
  }
  const at = (node: unknown): number => lineOf((node as Partial<Node> | null)?.range?.[0] ?? 0)
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || node.anchor !== undefined) throw importError({ line: at(node), field: '---' }, 'alias')
    },
  })
  return { node: document.contents ?? new YAMLMap(), at, line: firstLine, field: '---' }
}

/** The entries of a mapping. A key that is not in `known` is refused, with the nearest one that is. */
export function asGroup<K extends string>(value: YamlValue, known: readonly K[]): Partial<Record<K, YamlValue>> {
  const group: Partial<Record<K, YamlValue>> = {}
  for (const [key, entry] of entries(value, known)) {
    const name = known.find((candidate) => candidate === key)
    if (name === undefined) {
      throw importError(entry.key, 'unknownKey', { suggestion: nearest(key, known) ?? 'none' })
    }
    group[name] = entry.value
  }
  return group
}

/** The entries of a mapping whose keys the file chooses, such as the names of its pictures. */
export const asMap = (value: YamlValue): Map<string, { key: Place; value: YamlValue }> => new Map(entries(value, ['…']))

export function asText(value: YamlValue): string {
  if (!isScalar(value.node) || typeof value.node.value !== 'string') throw importError(value, 'expectedText')
  if (value.node.value.includes('\0')) throw importError(value, 'nul')
  return value.node.value
}

/** Text that fits `schema`, a piece of the article's own. */
export function asChecked<T>(value: YamlValue, schema: z.ZodType<T>): T {
  return checked(value, schema, asText(value))
}

export function checked<T>(place: Place, schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [issue] = result.error.issues
  if (issue?.code === 'too_big') throw importError(place, 'tooLong', { limit: Number(issue.maximum) })
  throw importError(place, 'invalid')
}

export function asChoice<T extends string>(value: YamlValue, choices: readonly T[]): T {
  const text = asText(value)
  const choice = choices.find((candidate) => candidate === text)
  if (choice === undefined) throw importError(value, 'oneOf', { known: choices.join(', ') })
  return choice
}

export function asList(value: YamlValue): YamlValue[] {
  if (!isSeq(value.node)) throw importError(value, 'expectedList')
  return value.node.items.map((node, index) => ({
    node,
    at: value.at,
    line: value.at(node),
    field: `${value.field}[${index}]`,
  }))
}

/** Names as a list, or in one line between commas or 、. */
export function asNames(value: YamlValue): string[] {
  if (isSeq(value.node)) return asList(value).map(asText)
  if (!isScalar(value.node)) throw importError(value, 'expectedNames')
  return asText(value)
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

export const isTextValue = ({ node }: YamlValue): boolean => isScalar(node)

function entries(value: YamlValue, known: readonly string[]): [string, { key: Place; value: YamlValue }][] {
  const { node, at, field } = value
  if (!isMap(node)) throw importError(value, 'expectedKeys', { known: known.join(', ') })
  return node.items.map((pair) => {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    const name = field === '---' ? key : `${field}.${key}`
    const line = at(pair.key)
    return [
      key,
      {
        key: { line, field: name },
        value: { node: pair.value, at, line: pair.value === null ? line : at(pair.value), field: name },
      },
    ]
  })
}
