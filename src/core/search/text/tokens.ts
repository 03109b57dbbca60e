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

interface Atom {
  text: string
  start: number
  end: number
}

/**
 * The tokens of a text, in order. Each Chinese character is one place and is stored with the one that follows it, so
 * that 长江大桥 is 长江, 江大, 大桥, 桥: a phrase of them is found exactly, and punctuation parts what it parts for a reader.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let word: Atom | null = null
  let before: Atom | null = null
  const endWord = () => {
    if (word !== null) tokens.push({ ...word, head: word.end })
    word = null
  }
  const endRun = () => {
    if (before !== null) tokens.push({ ...before, head: before.end })
    before = null
  }
  for (const { text: character, start, end } of atoms(text)) {
    switch (classOf(character)) {
      case 'cjk':
        endWord()
        if (before !== null) {
          tokens.push({ text: before.text + character, start: before.start, end, head: before.end })
        }
        before = { text: character, start, end }
        break
      case 'word':
        endRun()
        word = word === null ? { text: character, start, end } : { text: word.text + character, start: word.start, end }
        break
      case 'gap':
        endWord()
        endRun()
        break
    }
  }
  endWord()
  endRun()
  return tokens
}

/** Every Chinese character of a text, each once. */
export function characters(text: string): Set<string> {
  const found = new Set<string>()
  for (const { text: character } of atoms(text)) if (classOf(character) === 'cjk') found.add(character)
  return found
}

/** Folded characters with the place that they come from; ㍿ makes four. */
function* atoms(text: string): Generator<Atom> {
  let start = 0
  for (const character of text) {
    const end = start + character.length
    const folded = fold(character)
    if (folded.length === character.length) yield { text: folded, start, end }
    else for (const part of folded) yield { text: part, start, end }
    start = end
  }
}
