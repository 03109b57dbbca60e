/** What a character is to search: part of a word, a character that is a word by itself, or neither. */
export type CharacterClass = 'word' | 'cjk' | 'gap'

const cjk = /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]&&[\p{L}\p{N}]]/v
const word = /[\p{L}\p{N}]/u
const marks = /\p{M}/gu

/**
 * The form in which a character is compared: full width is half width, upper case is lower case, é is e. Chinese stays
 * as it is written: 广 and 廣 are two characters. Empty for a mark that only changes the character before it.
 */
export function fold(character: string): string {
  const code = character.codePointAt(0) ?? 0
  // Plain Chinese, which most of a newsroom's text is.
  if (code >= 0x4e00 && code <= 0x9fff) return character
  if (code < 0x80) return character.toLowerCase()
  const normal = character.normalize('NFKC')
  if (cjk.test(normal)) return normal.toLowerCase()
  return normal.normalize('NFD').replaceAll(marks, '').toLowerCase()
}

const known = new Map<string, CharacterClass>()

export function classOf(character: string): CharacterClass {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x4e00 && code <= 0x9fff) return 'cjk'
  const before = known.get(character)
  if (before !== undefined) return before
  const found = cjk.test(character) ? 'cjk' : word.test(character) ? 'word' : 'gap'
  known.set(character, found)
  return found
}
