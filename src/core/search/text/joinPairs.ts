/**
 * Chinese is indexed by pairs of characters; a person reads words. Pairs that follow each other in the text become one
 * again: 澄川, 川市 → 澄川市. Other terms stay as they are, all of them in the order of their first part.
 */
export function joinPairs(terms: readonly string[], text: string): string[] {
  const left = new Set(terms)
  const joined: string[] = []
  for (const term of terms) {
    if (!left.delete(term)) continue
    let word = term
    for (let grown = grow(word, left, text); grown !== null; grown = grow(word, left, text)) {
      left.delete(grown.term)
      word = grown.word
    }
    joined.push(word)
  }
  return joined
}

function grow(word: string, left: ReadonlySet<string>, text: string): { term: string; word: string } | null {
  const [first, ...rest] = Array.from(word)
  const last = rest.at(-1)
  for (const term of left) {
    const [one, two, ...more] = Array.from(term)
    if (one === undefined || two === undefined || more.length > 0) continue
    if (one === last && text.includes(word + two)) return { term, word: word + two }
    if (two === first && text.includes(one + word)) return { term, word: one + word }
  }
  return null
}
