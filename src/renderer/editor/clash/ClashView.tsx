import { useExtensionSignalValue } from '@lexical/react/useExtensionSignalValue'
import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import { GitMerge } from 'lucide-react'
import { useState } from 'react'

import type { ClashBlock } from '#shared/document/blocks.ts'
import { clashTitle, valueText } from '#shared/messages/clashText.ts'
import { bodyText } from '#shared/document/text.ts'
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
  const title = clashTitle(clash, t)
  const { versions } = clash
  const [first] = versions
  return (
    <section className={styles.clash} data-clash tabIndex={-1} aria-label={title} contentEditable={false}>
      <header className={styles.title}>
        <GitMerge size={15} strokeWidth={1.75} aria-hidden />
        {title}
      </header>
      <ol className={styles.versions}>
        {versions.map((version, index) => (
          <ClashVersion
            key={index}
            version={version}
            other={versions.length === 2 ? (versions[1 - index] ?? null) : null}
            index={index}
            nameOf={host.nameOf}
          >
            {editable && (
              <Button onClick={() => host.decide(clash, { pick: index })}>{t('clash.take', { n: index + 1 })}</Button>
            )}
          </ClashVersion>
        ))}
      </ol>
      {editable && rewriting && first !== undefined && (
        <Rewriting
          start={'blocks' in first ? bodyText(first.blocks) : valueText(first.value)}
          onDone={(text) => host.decide(clash, { write: text })}
          onCancel={() => setRewriting(false)}
        />
      )}
      {editable && !rewriting && (
        <footer className={styles.acts}>
          {clash.of === 'body' && (
            <Button variant="quiet" onClick={() => host.decide(clash, { keep: 'all' })}>
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
