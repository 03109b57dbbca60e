import { Lock } from 'lucide-react'

import type { BinnedArticle, HoldReason } from '#shared/contract/bin.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useT } from '#renderer/i18n/context.tsx'
import styles from './bin.module.css'
import { useTitle } from './words.ts'

const reasons: Record<HoldReason, MessageKey> = {
  acts: 'bin.heldActs',
  exchanging: 'bin.heldExchanging',
  inReview: 'bin.heldInReview',
  signedOff: 'bin.heldSignedOff',
  published: 'bin.heldPublished',
}

/** One that stays in the bin: why, and what to do about it. */
export function HeldArticle({ article }: { article: BinnedArticle }) {
  const t = useT()
  const title = useTitle()
  return (
    <div className={styles.held}>
      <Lock size={15} strokeWidth={1.75} aria-hidden />
      <div>
        <p>{title(article)}</p>
        {article.held !== null && <p className={styles.soft}>{t(reasons[article.held])}</p>}
      </div>
    </div>
  )
}
