import { classOf, fold } from './fold.ts'

/** One place in a text, as the index counts them. Offsets are UTF-16 units of the text as it was given. */
export interface Token {
  /** A word; two Chinese characters that stand side by side; or the last character of a run of them. */
  text: string
  start: number
  end: number
  /** Where its first character ends. */
  head: number
}

/**
 * The tokens of a text, in order. Each Chinese character is one place and is stored with the one that follows it, so
 * that 长江大桥 is 长江, 江大, 大桥, 桥: a phrase of them is found exactly, and punctuation parts what it parts for a reader.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  /** The word, or the Chinese character, that is not known to be over. */
  let open: Token | null = null
  let inWord = false
  const end = () => {
    if (open !== null) tokens.push(open)
    open = null
  }
  const add = (character: string, from: number, until: number) => {
    const kind = classOf(character)
    const token: Token = { text: character, start: from, end: until, head: until }
    if (kind === 'gap') end()
    else if (open === null || inWord !== (kind === 'word')) {
      end()
      open = token
    } else if (inWord) {
      open.text += character
      open.end = until
      open.head = until
    } else {
      tokens.push({ text: open.text + character, start: open.start, end: until, head: open.end })
      open = token
    }
    inWord = kind === 'word'
  }
  let start = 0
  for (const character of text) {
    const until = start + character.length
    const folded = fold(character)
    if (folded.length <= character.length && folded !== '') add(folded, start, until)
    // ㍿ makes four characters of one place; a mark makes none.
    else for (const part of folded) add(part, start, until)
    start = until
  }
  end()
  return tokens
}

/** Every Chinese character among the tokens of a text, each once: each begins one of them. */
export function charactersOf(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>()
  for (const { text } of tokens) {
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0)
    if (classOf(first) === 'cjk') found.add(first)
  }
  return found
}
