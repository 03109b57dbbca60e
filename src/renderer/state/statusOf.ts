import type { LucideIcon } from 'lucide-react'
import { Ban, CircleAlert, ClipboardPen, Clock, PencilLine, Send, Stamp, Undo2 } from 'lucide-react'

import type { PendingAct } from '#shared/contract/rows.ts'
import type { ArticleStatus } from '#shared/domain/article.ts'
import type { Stage } from '#shared/domain/newsroom.ts'
import type { Translate } from '#shared/messages/format.ts'

export interface Mark {
  icon: LucideIcon
  word: string
  tone: 'plain' | 'mark' | 'caution'
}

/** Where an article stands, as an icon and a word. Verdicts are the red pencil's. */
export function statusMark(status: ArticleStatus, stages: readonly Stage[], t: Translate): Mark {
  switch (status.state) {
    case 'drafting':
      return { icon: PencilLine, word: t('library.drafting'), tone: 'plain' }
    case 'inReview': {
      const stage = stages.find(({ id }) => id === status.stageId)?.name
      const word = stage === undefined ? t('library.inReview') : t('library.atStage', { stage })
      return { icon: ClipboardPen, word, tone: 'plain' }
    }
    case 'returned':
      return { icon: Undo2, word: t('library.stateReturned'), tone: 'mark' }
    case 'rejected':
      return { icon: Ban, word: t('library.rejected'), tone: 'mark' }
    case 'signedOff':
      return { icon: Stamp, word: t('library.stateSignedOff'), tone: 'mark' }
    case 'published':
      return { icon: Send, word: t('library.statePublished'), tone: 'plain' }
  }
}

/** An act of one's own that the desk has not confirmed, or has refused. */
export function pendingMark({ act, state }: PendingAct, t: Translate): Mark {
  const refused = state === 'rejected'
  const words = {
    submit: refused ? t('library.rejectedSubmit') : t('library.pendingSubmit'),
    verdict: refused ? t('library.rejectedVerdict') : t('library.pendingVerdict'),
    publish: refused ? t('library.rejectedPublish') : t('library.pendingPublish'),
  }
  return { icon: refused ? CircleAlert : Clock, word: words[act], tone: refused ? 'caution' : 'plain' }
}
