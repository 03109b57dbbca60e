import { useMemo } from 'react'

import type { ArticleContent } from '#shared/document/content.ts'
import { bodyText } from '#shared/document/text.ts'
import type { SourceUse } from '#shared/domain/attribution.ts'
import { useT } from '../i18n/context.tsx'
import { cx } from '../ui/cx.ts'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './CompareDialog.module.css'
import type { ComparedRow, Run } from './compareTexts.ts'
import { compareTexts } from './compareTexts.ts'

export interface CompareDialogProps {
  source: SourceUse
  content: ArticleContent
  onClose: () => void
}

/** The kept original and the article beside each other. What one of them lacks, or says otherwise, is marked and named. */
export function CompareDialog({ source, content, onClose }: CompareDialogProps) {
  const t = useT()
  const { headline } = content.fields
  const rows = useMemo(
    () => compareTexts(source.originalText, bodyText(content.blocks)).rows,
    [source.originalText, content.blocks],
  )
  const title = compareTexts(source.originalTitle, headline).rows
  return (
    <Dialog open onClose={onClose} title={t('attribution.compareTitle')} closeLabel={t('app.close')} size="large">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('attribution.theOriginal')}</th>
            <th scope="col">{t('attribution.thisArticle')}</th>
          </tr>
        </thead>
        <tbody className={styles.title}>
          <Rows rows={title} />
        </tbody>
        <tbody>
          <Rows rows={rows} />
        </tbody>
      </table>
    </Dialog>
  )
}

function Rows({ rows }: { rows: readonly ComparedRow[] }) {
  const t = useT()
  return rows.map(({ original, copy, same }, index) => (
    // Rows have no identity beyond their place, and are made anew whenever a text changes.
    <tr key={index} className={cx(same && styles.same)}>
      <td>
        {original === null ? (
          <span className={styles.none}>{t('attribution.onlyCopy')}</span>
        ) : (
          <Marked runs={original} as="del" />
        )}
      </td>
      <td>
        {copy === null ? (
          <span className={styles.none}>{t('attribution.onlyOriginal')}</span>
        ) : (
          <Marked runs={copy} as="ins" />
        )}
      </td>
    </tr>
  ))
}

const Marked = ({ runs, as: Mark }: { runs: readonly Run[]; as: 'del' | 'ins' }) =>
  runs.map(({ text, changed }, index) =>
    changed ? (
      <Mark key={index} className={styles.changed}>
        {text}
      </Mark>
    ) : (
      text
    ),
  )
