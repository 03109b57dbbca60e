import type { ArchiveContents, ImportOutcome } from '#shared/contract/archives.ts'
import type { MessageKey } from '#shared/messages/catalog.ts'
import { useT } from '#renderer/i18n/context.tsx'

const words: readonly (readonly [ImportOutcome, MessageKey])[] = [
  ['new', 'archive.outcomeNew'],
  ['same', 'archive.outcomeSame'],
  ['twice', 'archive.outcomeTwice'],
  ['read', 'archive.outcomeRead'],
  ['copied', 'archive.outcomeCopied'],
  ['nothing', 'archive.outcomeNothing'],
]

/** What becomes, or became, of the articles of an archive. */
export function Outcomes({ outcomes }: { outcomes: ArchiveContents['outcomes'] }) {
  const t = useT()
  return (
    <ul>
      {words.map(([outcome, message]) =>
        outcomes[outcome] === 0 ? null : <li key={outcome}>{t(message, { n: outcomes[outcome] })}</li>,
      )}
    </ul>
  )
}
