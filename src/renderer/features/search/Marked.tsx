import type { Segment } from '#shared/contract/search.ts'
import styles from './search.module.css'

/** Text with what was searched for marked in it. */
export function Marked({ text }: { text: readonly Segment[] }) {
  return text.map((segment, index) =>
    segment.hit ? (
      <mark key={index} className={styles.mark}>
        {segment.text}
      </mark>
    ) : (
      segment.text
    ),
  )
}
