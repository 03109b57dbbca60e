import { Copy, ExternalLink } from 'lucide-react'
import { useState } from 'react'

import { useFormat, useT } from '#renderer/i18n/context.tsx'
import { Facts } from '#renderer/inspector/Facts.tsx'
import { useHost } from '#renderer/platform/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import type { Receipt } from '#shared/domain/article.ts'
import type { Person } from '#shared/domain/newsroom.ts'
import { receiptLines, receiptText } from './receiptText.ts'
import styles from './review.module.css'
import { shortId } from './shortId.ts'
import { usePeopleNames } from '#renderer/inspector/usePeopleNames.ts'

/** 回执: what the channel answered, kept for good. */
export function Receipts({ receipts, people }: { receipts: readonly Receipt[]; people: readonly Person[] }) {
  const t = useT()
  if (receipts.length === 0) return null
  return (
    <Section title={t('review.receipt')}>
      {receipts.toReversed().map((receipt) => (
        <OneReceipt key={receipt.publicationId} receipt={receipt} people={people} />
      ))}
    </Section>
  )
}

function OneReceipt({ receipt, people }: { receipt: Receipt; people: readonly Person[] }) {
  const t = useT()
  const format = useFormat()
  const host = useHost()
  const publishedBy = usePeopleNames(people)(receipt.publishedBy)
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(receiptText(receipt, publishedBy, t)).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    )
  const lines = receiptLines(receipt, { publishedAt: format.dateTime(receipt.publishedAt), publishedBy }, t)
  return (
    <div className={styles.receipt}>
      <Facts
        facts={lines.map(({ id, label, value }) => ({
          id,
          label,
          value:
            id === 'pageHash' || id === 'revisionId' ? (
              <span className={styles.code} title={value}>
                {shortId(value)}
              </span>
            ) : (
              <span className={id === 'publicationId' ? styles.code : undefined}>{value}</span>
            ),
        }))}
      />
      <div className={styles.verdicts}>
        <Button icon={ExternalLink} onClick={() => void host.host.openExternal({ url: receipt.url })}>
          {t('review.open')}
        </Button>
        <Button variant="quiet" icon={Copy} onClick={() => void copy()}>
          {t('review.copy')}
        </Button>
        <output className={styles.faint}>
          {copied !== null && t(copied === 'copied' ? 'review.copied' : 'review.copyFailed')}
        </output>
      </div>
    </div>
  )
}
