import type { ReactNode } from 'react'
import { useState } from 'react'

import type { View } from '#shared/contract/rows.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useNewsroom } from '#renderer/state/queries.ts'
import { useColleagueName } from '#renderer/state/useColleagueName.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { ListBox } from '#renderer/ui/ListBox.tsx'
import { ArticleLine } from './ArticleLine.tsx'
import { useArticleActs } from './useArticleActs.ts'
import { useRows } from './useRows.ts'

/** Lines on either side of those in view that are asked for before they come into it. */
const ahead = 40

interface ShelfListProps {
  view: View
  empty: ReactNode
  failed: (error: Error, retry: () => void) => ReactNode
}

/** The articles of a shelf. Enter opens one, F2 renames it, Delete puts it into the bin. */
export function ShelfList({ view, empty, failed }: ShelfListProps) {
  const t = useT()
  const [cursor, setCursor] = useState(-1)
  const [range, setRange] = useState({ first: 0, last: 0 })
  const rows = useRows(view, Math.max(0, range.first - ahead), range.last + ahead)
  const { articleId, open } = useWorkspace()
  const acts = useArticleActs()
  const newsroom = useNewsroom().data?.newsroom ?? null
  const colleague = useColleagueName()

  if (rows.error !== null && rows.total === null) return failed(rows.error, rows.retry)
  if (rows.total === 0) return empty

  const onKey = (key: string) => {
    if (key === 'F2') acts.rename(rows.row(cursor))
    else if (key === 'Delete') acts.bin(rows.row(cursor))
    else return false
    return true
  }
  return (
    <ListBox
      label={t('app.list')}
      total={rows.total ?? 0}
      lineHeight={84}
      cursor={cursor}
      onCursor={setCursor}
      onOpen={(index) => {
        const row = rows.row(index)
        if (row !== undefined) open(row.articleId)
      }}
      onKey={onKey}
      onRange={(first, last) => setRange({ first, last })}
      isSelected={(index) => articleId !== null && rows.row(index)?.articleId === articleId}
      menu={acts.entries(rows.row(cursor))}
    >
      {(index) => {
        const row = rows.row(index)
        return row && <ArticleLine row={row} newsroom={newsroom} author={colleague(row.authorId)} />
      }}
    </ListBox>
  )
}
