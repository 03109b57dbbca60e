import { isText } from '../inline.ts'
import type { Atom, Head, Style, Token } from './tokens.ts'
import { isHead, isSameStyle, styleAt, textAtom } from './tokens.ts'
import type { Three } from './types.ts'

/** The token as both sides want it to look, or null when they want what cannot be had together. */
export function mergeLooks({ base, left, right }: Three<Token>): Token | null {
  if (isHead(base)) return isHead(left) && isHead(right) ? mergeShape({ base, left, right }) : null
  if (isHead(left) || isHead(right)) return null
  if (isSameLook(base, right)) return left
  if (isSameLook(base, left) || isSameLook(left, right)) return right
  const units = Math.max(base.styles.length, left.styles.length, right.styles.length)
  const styles: Style[] = []
  for (let unit = 0; unit < units; unit += 1) {
    const style = mergeStyle({ base: styleAt(base, unit), left: styleAt(left, unit), right: styleAt(right, unit) })
    if (style === null) return null
    styles.push(style)
  }
  return restyled(base, styles)
}

const isSameLook = (a: Atom, b: Atom): boolean => {
  const [one, other] = [styleAt(a, 0), styleAt(b, 0)]
  return a.styles.length === 1 && b.styles.length === 1 && (one === other || isSameStyle(one, other))
}

const restyled = (atom: Atom, styles: readonly Style[]): Atom =>
  isText(atom.node) ? textAtom(atom.node.text, styles) : { ...atom, styles: styles.slice(0, 1) }

function mergeShape({ base, left, right }: Three<Head>): Head | null {
  const [before, ours, theirs] = [base, left, right].map(({ shape }) => JSON.stringify(shape))
  if (ours === theirs || before === theirs) return left
  return before === ours ? right : null
}

/** Each format for itself; of two new addresses neither may be lost. */
function mergeStyle({ base, left, right }: Three<Style>): Style | null {
  const format = (left.format & right.format) | ((left.format ^ right.format) & ~base.format)
  if (left.link === right.link || base.link === right.link) return { format, link: left.link }
  return base.link === left.link ? { format, link: right.link } : null
}

/**
 * New words look as what they stand in: a format that the other side gave to the words on both sides of them, or to the
 * words that they replace, is theirs too.
 */
export function dressed(
  tokens: readonly Token[],
  around: readonly { base: Token; other: Token | undefined }[],
): readonly Token[] {
  if (around.length === 0) return tokens
  let [on, off] = [~0, ~0]
  for (const { base, other } of around) {
    if (other === undefined || isHead(base) || isHead(other)) return tokens
    const [before, after] = [styleAt(base, 0).format, styleAt(other, 0).format]
    on &= after & ~before
    off &= before & ~after
  }
  if (on === 0 && off === 0) return tokens
  return tokens.map((token) =>
    isHead(token)
      ? token
      : restyled(
          token,
          token.styles.map(({ format, link }) => ({ format: (format | on) & ~off, link })),
        ),
  )
}
