import { isText } from '../inline.ts'
import { segment } from './segment.ts'
import type { Token } from './tokens.ts'
import { isHead } from './tokens.ts'

/**
 * Whether two pieces one behind the other would be read as one: two words as a third, a mark as that of another letter.
 * No side can have them so, because a text is cut where its pieces end; it is for a merge not to make it so.
 */
export const glues = (before: Token | undefined, token: Token): boolean =>
  isPiece(before) && isPiece(token) && segment(before.key + token.key)[0] !== before.key

const isPiece = (token: Token | undefined): token is Exclude<Token, { kind: 'head' }> =>
  token !== undefined && !isHead(token) && isText(token.node)

export const isGlued = (tokens: readonly Token[]): boolean =>
  tokens.some((token, index) => glues(tokens[index - 1], token))

export const isSpace = (token: Token | undefined): token is Token => isPiece(token) && token.key.trim() === ''
