import type { Receipt } from '#shared/domain/article.ts'
import type { Translate } from '#shared/messages/format.ts'

export interface ReceiptLine {
  id: 'channel' | 'publishedAt' | 'publishedBy' | 'address' | 'revisionId' | 'pageHash' | 'publicationId'
  label: string
  value: string
}

interface Told {
  publishedAt: string
  publishedBy: string
}

/** Everything that a receipt says, whole, in the order in which it is read. */
export function receiptLines(receipt: Receipt, { publishedAt, publishedBy }: Told, t: Translate): ReceiptLine[] {
  const { url, revisionId, pageHash, publicationId } = receipt
  return [
    { id: 'channel', label: t('review.channel'), value: t('review.channelSite') },
    { id: 'publishedAt', label: t('review.publishedAt'), value: publishedAt },
    { id: 'publishedBy', label: t('review.publishedBy'), value: publishedBy },
    { id: 'address', label: t('review.address'), value: url },
    { id: 'revisionId', label: t('review.revisionId'), value: revisionId },
    { id: 'pageHash', label: t('review.pageHash'), value: pageHash },
    { id: 'publicationId', label: t('review.publicationId'), value: publicationId },
  ]
}

/** For the clipboard: nothing shortened, and the time as machines write it. */
export const receiptText = (receipt: Receipt, publishedBy: string, t: Translate): string =>
  receiptLines(receipt, { publishedAt: receipt.publishedAt, publishedBy }, t)
    .map(({ label, value }) => t('site.labelled', { label }) + value)
    .join('\n')
