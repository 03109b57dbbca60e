import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { runCommand } from '#renderer/state/commands.ts'
import { useNewsroom } from '#renderer/state/queries.ts'
import { useColleagueName } from '#renderer/state/useColleagueName.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { ListBox } from '#renderer/ui/ListBox.tsx'
import { resultsId } from './focusResults.ts'
import { ResultLine } from './ResultLine.tsx'
import type { Hits } from './useHits.ts'

interface ResultListProps {
  /** A new one is read from its beginning. */
  question: number
  hits: Hits
  total: number
  onRange: (first: number, last: number) => void
}

/** What was found. The arrow up from its first line leads back to the field, and so does Escape from everywhere. */
export function ResultList({ question, hits, total, onRange }: ResultListProps) {
  const t = useT()
  const [cursor, setCursor] = useState(0)
  const [seen, setSeen] = useState(question)
  if (seen !== question) {
    setSeen(question)
    setCursor(0)
  }
  const { articleId, open } = useWorkspace()
  const newsroom = useNewsroom().data?.newsroom ?? null
  const colleague = useColleagueName()
  return (
    <ListBox
      label={t('search.results')}
      id={resultsId}
      subject={question}
      total={total}
      lineHeight={108}
      cursor={cursor}
      onCursor={setCursor}
      onOpen={(index) => {
        const hit = hits.hit(index)
        if (hit !== undefined) open(hit.row.articleId)
      }}
      onKey={(key) => {
        const back = key === 'Escape' || (key === 'ArrowUp' && cursor === 0)
        if (back) runCommand('view.search')
        return back
      }}
      onRange={onRange}
      isSelected={(index) => articleId !== null && hits.hit(index)?.row.articleId === articleId}
    >
      {(index) => {
        const hit = hits.hit(index)
        return hit && <ResultLine hit={hit} newsroom={newsroom} author={colleague(hit.row.authorId)} />
      }}
    </ListBox>
  )
}
