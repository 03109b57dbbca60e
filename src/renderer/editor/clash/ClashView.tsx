import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue'
import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import { GitMerge } from 'lucide-react'
import { useState } from 'react'

import type { ClashBlock } from '#shared/document/blocks.ts'
import { clashTitle, valueText } from '#shared/messages/clashText.ts'
import { bodyText } from '#shared/document/text.ts'
import { unfinishedAt, unfinishedText } from '#shared/document/unfinished.ts'
import { longestSlug, longestTitle } from '#shared/domain/fields.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { HostExtension } from '../HostExtension.ts'
import styles from './Clash.module.css'
import { ClashVersion } from './ClashVersion.tsx'
import { Rewriting } from './Rewriting.tsx'

/** The versions of one place side by side, with whose they are; whoever may write decides between them. */
export function ClashView({ clash }: { clash: ClashBlock }) {
  const t = useT()
  const editable = useLexicalEditable()
  const host = useExtensionSignalValue(HostExtension, 'host')
  const [rewriting, setRewriting] = useState(false)
  const { decide, writing } = host
  const mine = editable ? unfinishedAt(clash, writing.me()) : -1
  const written = editable ? unfinishedText(clash, writing.me()) : null
  // What is in the field below need not be shown a second time.
  const versions = clash.versions.map((version, at) => ({ version, at })).filter(({ at }) => at !== mine)
  const [first, second] = versions
  const title = clashTitle(clash, versions.length, t)
  const otherOf = (at: number) => (versions.length !== 2 ? null : at === first?.at ? second?.version : first?.version)
  return (
    <section className={styles.clash} data-clash tabIndex={-1} aria-label={title} contentEditable={false}>
      <header className={styles.title}>
        <GitMerge size={15} strokeWidth={1.75} aria-hidden />
        {title}
      </header>
      <ol className={styles.versions}>
        {versions.map(({ version, at }, index) => (
          <ClashVersion key={index} version={version} other={otherOf(at) ?? null} index={index} nameOf={host.nameOf}>
            {editable && (
              <Button onClick={() => decide(clash, { pick: at })}>{t('clash.take', { n: index + 1 })}</Button>
            )}
          </ClashVersion>
        ))}
      </ol>
      {editable && (rewriting || written !== null) && first !== undefined && (
        <Rewriting
          stored={
            written ?? ('blocks' in first.version ? bodyText(first.version.blocks) : valueText(first.version.value))
          }
          longest={longestOf(clash)}
          focused={rewriting}
          inputMethods={writing.inputMethods}
          onType={(text) => writing.keep(clash, text)}
          onDone={(text) => decide(clash, { write: text })}
          onCancel={() => {
            setRewriting(false)
            writing.stop(clash)
          }}
        />
      )}
      {editable && !rewriting && written === null && (
        <footer className={styles.acts}>
          {clash.of === 'body' && (
            <Button variant="quiet" onClick={() => decide(clash, { keep: 'all' })}>
              {t('clash.keepAll')}
            </Button>
          )}
          {isWritten(clash) && (
            <Button variant="quiet" onClick={() => setRewriting(true)}>
              {t('clash.rewrite')}
            </Button>
          )}
        </footer>
      )}
    </section>
  )
}

/** Another version can be typed for words, and not for what is chosen from a list. */
const isWritten = ({ of }: ClashBlock): boolean => ['body', 'slug', 'kicker', 'headline', 'deck'].includes(of)

/** Characters that the field takes; a body takes any number. */
const longestOf = ({ of }: ClashBlock): number | undefined =>
  of === 'body' ? undefined : of === 'slug' ? longestSlug : longestTitle
