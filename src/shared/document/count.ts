export interface TextCount {
  /** 字数: each Chinese, Japanese or Korean character and each run of other letters or digits counts one. */
  words: number
  /** Characters as a reader sees them, without white space. */
  characters: number
}

const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
const word = new RegExp(String.raw`[${cjk}]|[[\p{L}\p{M}\p{N}]--[${cjk}]]+(?:['’.\-][[\p{L}\p{N}]--[${cjk}]]+)*`, 'gv')
const visible = /[^\s\p{M}]/gv

export function countText(text: string): TextCount {
  return { words: count(text, word), characters: count(text, visible) }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
