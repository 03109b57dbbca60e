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

/** The text has come to the end of a name. */
export const joinsTokens = (text: string): boolean => separator.test(text)
