/**
 * Cuts text into the pieces that are merged whole: a word of a script with spaces, one Chinese, Japanese or Korean
 * character with its marks, and everything else by grapheme cluster. Joined together they are the text. A pattern and
 * not `Intl.Segmenter`, whose time grows with the square of the text in V8.
 */
export const segment = (text: string): string[] => text.match(piece) ?? []

const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
/** What belongs to the character before it: marks, joiners, skin tones, and an emoji behind a joiner. */
const joined = String.raw`(?:[\p{M}\p{Emoji_Modifier}\u200c\u200d\u{e0020}-\u{e007f}]|(?<=\u200d)\p{Extended_Pictographic})`
const jamo = String.raw`[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]`
const piece = new RegExp(
  [
    String.raw`(?:[[\p{L}\p{N}]--[${cjk}]]${joined}*)+`,
    String.raw`${jamo}+${joined}*`,
    String.raw`\r\n`,
    String.raw`(?:\p{Regional_Indicator}{2}|[^])${joined}*`,
  ].join('|'),
  'gv',
)
