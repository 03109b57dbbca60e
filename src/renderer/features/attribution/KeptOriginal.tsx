import { Columns2, FileText, Replace } from 'lucide-react'
import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { CompareDialog } from '#renderer/inspector/CompareDialog.tsx'
import { placeId } from '#renderer/inspector/places.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { ArticleContent } from '#shared/document/content.ts'
import { countText } from '#shared/document/count.ts'
import type { SourceUse } from '#shared/domain/attribution.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import styles from './attribution.module.css'
import { OriginalDialog } from './OriginalDialog.tsx'

interface KeptOriginalProps {
  source: SourceUse
  index: number
  kind: ArticleKind
  content: ArticleContent
  onChange: (part: Partial<SourceUse>) => void
}

/** The original, kept as it was. It is read here; to change it takes a deliberate replacement. */
export function KeptOriginal({ source, index, kind, content, onChange }: KeptOriginalProps) {
  const t = useT()
  const [dialog, setDialog] = useState<'original' | 'compare' | null>(null)
  const { originalTitle, originalText } = source
  const kept = originalTitle !== '' || originalText !== ''
  const close = () => setDialog(null)
  return (
    <div id={placeId({ at: 'source', index, field: 'originalText' })} className={styles.stackTight}>
      <span className={styles.label}>{t('attribution.originalCopy')}</span>
      {kept && (
        <blockquote className={styles.original}>
          <p className={styles.originalTitle}>{originalTitle}</p>
          <p className={styles.originalText}>{originalText}</p>
          <footer className={styles.faint}>
            {t('attribution.originalLength', { n: countText(originalText).words })} · {t('attribution.originalKept')}
          </footer>
        </blockquote>
      )}
      <div className={styles.buttons}>
        {kept && originalText !== '' && kind !== 'compiled' && (
          <Button icon={Columns2} onClick={() => setDialog('compare')}>
            {t('attribution.compare')}
          </Button>
        )}
        <Button
          id={placeId({ at: 'source', index, field: 'originalTitle' })}
          icon={kept ? Replace : FileText}
          variant={kept ? 'quiet' : 'plain'}
          onClick={() => setDialog('original')}
        >
          {t(kept ? 'attribution.replaceOriginal' : 'attribution.keepOriginal')}
        </Button>
      </div>
      {dialog === 'original' && <OriginalDialog {...{ source, onChange }} onClose={close} />}
      {dialog === 'compare' && <CompareDialog {...{ source, content }} onClose={close} />}
    </div>
  )
}
