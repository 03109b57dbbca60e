/** What stands between names in a list, in Chinese and Latin text, and between lines. */
const separator = /[、，,；;\n]+/

/** The names in a typed or pasted text, trimmed; each once. */
export const splitTokens = (text: string): string[] => [
  ...new Set(
    text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

export interface TokenLimits {
  /** How many. */
  most?: number
  /** Characters of each. */
  longest?: number
}

/** `values` with the names of a text. `rest` are those that the limits do not let in, for the person to mend. */
export function addTokens(values: readonly string[], text: string, limits: TokenLimits) {
  const { most = Infinity, longest = Infinity } = limits
  const next = [...values]
  const rest: string[] = []
  for (const token of splitTokens(text)) {
    if (next.includes(token)) continue
    if (token.length <= longest && next.length < most) next.push(token)
    else rest.push(token)
  }
  return { values: next, rest: rest.join('、') }
}

/** The text has come to the end of a name. */
export const joinsTokens = (text: string): boolean => separator.test(text)
