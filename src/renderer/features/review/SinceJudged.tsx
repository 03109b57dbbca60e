import { GitCompare } from 'lucide-react'
import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { ComparisonDialog } from '#renderer/inspector/comparison/ComparisonDialog.tsx'
import { useArticle } from '#renderer/state/article.tsx'
import { useHistory, useHistoryText } from '#renderer/state/queries.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { PersonId } from '#shared/domain/ids.ts'
import { lastJudged } from './lastJudged.ts'
import { shortId } from './shortId.ts'
import styles from './review.module.css'

/** A new revision voids the verdicts on the old one: its reviewer is shown what changed since the one that they judged. */
export function SinceJudged({ me }: { me: PersonId }) {
  const t = useT()
  const article = useArticle()
  const [open, setOpen] = useState(false)
  const held = useHistory(article.articleId).data
  const judged = lastJudged(article, me)
  const isHere = held?.some(({ kind, revisionId }) => kind === 'point' && revisionId === judged?.revisionId) === true
  const before = useHistoryText(article.articleId, open && judged !== null ? { revisionId: judged.revisionId } : null)
  if (judged === null || !isHere || article.revisionId === null) return null
  const name = (words: string, revisionId: string) => `${words} · ${shortId(revisionId)}`
  const label = t(judged.personId === me ? 'history.sinceMine' : 'history.sinceOthers')
  return (
    <div className={styles.since}>
      <Button icon={GitCompare} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <ComparisonDialog
          title={label}
          names={{
            before: name(t('history.judgedText'), judged.revisionId),
            after: name(t('history.submittedText'), article.revisionId),
          }}
          before={before.data ?? null}
          after={article.content}
          error={before.error}
          onRestore={null}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
