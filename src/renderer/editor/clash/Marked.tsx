import { useMemo } from 'react'

import { compareStrings } from '#shared/document/compare/words.ts'
import styles from './Clash.module.css'

/** Words of a version; marked is what the other version does not say. Null: there is no other to hold them against. */
export function Marked({ text, other }: { text: string; other: string | null }) {
  const pieces = useMemo(() => (other === null ? null : piecesOf(other, text)), [text, other])
  if (pieces === null) return text
  return pieces.map((piece, index) =>
    piece.kind === 'added' ? (
      <mark key={index} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}

/** Two texts that hardly share a word would be marked from end to end, which tells nobody anything. */
function piecesOf(other: string, text: string) {
  const pieces = compareStrings(other, text).filter(({ kind }) => kind !== 'removed')
  const shared = pieces.reduce((sum, { kind, text: words }) => sum + (kind === 'added' ? 0 : words.length), 0)
  return shared * 3 >= text.length ? pieces : null
}
