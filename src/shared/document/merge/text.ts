import { align } from './align.ts'
import type { Hunk } from './hunks.ts'
import { collide, isSameHunk } from './hunks.ts'
import type { Stream } from './stream.ts'
import type { Token } from './tokens.ts'
import { noStyle, textAtom } from './tokens.ts'
import { keys } from './state.ts'
import { segment } from './segment.ts'
import type { Three } from './types.ts'
import type { ValueMerge } from './values.ts'
import { pickChanged } from './values.ts'
import type { Woven } from './weave.ts'
import { weave, wordsIn } from './weave.ts'

/**
 * A text without form: a title line, a caption, a name. Words that both changed give two versions of all of it, and so
 * does a text that would be longer than `longest` characters.
 */
export function mergeText(three: Three<string>, longest: number): ValueMerge<string> {
  const picked = pickChanged(three)
  if ('value' in picked) return picked
  const base = atoms(three.base)
  const { woven, tangled } = weave(base, stream(base, three.left), stream(base, three.right), collideInLine)
  const [ours, theirs] = [said(woven, 'left'), said(woven, 'right')]
  if (tangled || Math.max(ours.length, theirs.length) > longest) return picked
  return ours === theirs ? { value: ours } : { versions: [ours, theirs] }
}

/** In a line there are no sentences to stand side by side: whatever touches is the same place. */
const collideInLine = (base: readonly Token[], a: Hunk, b: Hunk): boolean =>
  collide(base, a, b) ||
  (!isSameHunk(a, b) && (a.from === b.to || b.from === a.to) && a.tokens.length + b.tokens.length > 0)

const atoms = (text: string): Token[] => segment(text).map((piece) => textAtom(piece, [noStyle]))

function stream(base: readonly Token[], text: string): Stream {
  const tokens = atoms(text)
  return { tokens, match: align(keys(base), keys(tokens)), moved: new Map() }
}

const said = (woven: readonly Woven[], side: 'left' | 'right'): string =>
  wordsIn(woven, side)
    .map(({ key }) => key)
    .join('')
