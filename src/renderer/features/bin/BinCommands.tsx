import { useMemo, useState } from 'react'

import type { ArticleDetail } from '#shared/contract/rows.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { useCommands } from '#renderer/state/commands.ts'
import { useCounts, useEnrolment } from '#renderer/state/queries.ts'
import { useRemoval } from '#renderer/state/removal.ts'
import { RemovalDialog } from './RemovalDialog.tsx'

/** Asks before anything leaves the disk, and says what has left it. `article` is the opened one. */
export function BinCommands({ article }: { article: ArticleDetail | null }) {
  const t = useT()
  const { asked, ask, end } = useRemoval()
  const [removed, setRemoved] = useState(0)
  const inBin = useCounts().data?.bin ?? 0
  const me = useEnrolment().data?.person.id
  useCommands(
    useMemo(
      () => ({
        'bin.empty': { run: () => ask('bin'), enabled: inBin > 0 },
        'article.removeForGood': {
          run: () => article !== null && ask(article.articleId),
          enabled: article?.binned === true && article.authorId === me,
        },
      }),
      [ask, article, inBin, me],
    ),
  )
  return (
    <>
      {asked !== null && <RemovalDialog key={asked} asked={asked} onRemoved={setRemoved} onClose={end} />}
      <output className="visually-hidden">{removed > 0 && t('bin.done', { n: removed })}</output>
    </>
  )
}
