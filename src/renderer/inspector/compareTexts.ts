/** One line of two texts beside each other. `null`: the other text has nothing in this place. */
export interface ComparedRow {
  original: string | null
  copy: string | null
  same: boolean
}

export interface Comparison {
  rows: ComparedRow[]
  dropped: number
  added: number
  reworded: number
}

/**
 * Two texts beside each other, paragraph by paragraph. White space does not count, as in the rule that asks for a
 * reason. Where as many paragraphs went as came, each is taken for the rewording of the other.
 */
export function compareTexts(original: string, copy: string): Comparison {
  const left = paragraphs(original)
  const right = paragraphs(copy)
  const rows: ComparedRow[] = []
  let from = 0
  let to = 0
  for (const [nextLeft, nextRight] of [...common(left, right), [left.length, right.length] as const]) {
    rows.push(...between(left.slice(from, nextLeft), right.slice(to, nextRight)))
    const match = left[nextLeft]
    if (match !== undefined) rows.push({ original: match, copy: right[nextRight] ?? match, same: true })
    from = nextLeft + 1
    to = nextRight + 1
  }
  return {
    rows,
    dropped: rows.filter((row) => row.copy === null).length,
    added: rows.filter((row) => row.original === null).length,
    reworded: rows.filter((row) => !row.same && row.original !== null && row.copy !== null).length,
  }
}

const paragraphs = (text: string): string[] => text.split('\n').filter((line) => key(line) !== '')

const key = (paragraph: string): string => paragraph.normalize('NFC').replaceAll(/\s+/g, '')

function between(gone: readonly string[], come: readonly string[]): ComparedRow[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    original: gone[index] ?? null,
    copy: come[index] ?? null,
    same: false,
  }))
}

/** Cells of the table of common subsequences: beyond that, only beginnings and ends are matched. */
const largest = 4_000_000

/** Pairs of places that hold the same paragraph, both rising: the longest such row. */
function common(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const keysLeft = left.map(key)
  const keysRight = right.map(key)
  const shorter = Math.min(left.length, right.length)
  let head = 0
  while (head < shorter && keysLeft[head] === keysRight[head]) head += 1
  let tail = 0
  while (tail < shorter - head && keysLeft.at(-1 - tail) === keysRight.at(-1 - tail)) tail += 1
  const middle = longest(keysLeft.slice(head, left.length - tail), keysRight.slice(head, right.length - tail)).map(
    ([from, to]) => [from + head, to + head] as const,
  )
  return [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...middle,
    ...Array.from({ length: tail }, (_, index) => [left.length - tail + index, right.length - tail + index] as const),
  ]
}

function longest(left: readonly string[], right: readonly string[]): [number, number][] {
  if (left.length * right.length > largest) return []
  const width = right.length + 1
  /** Length of the longest common row of what begins at (row, column). */
  const lengths = new Uint32Array((left.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < left.length && column < right.length;) {
    if (left[row] === right[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}
