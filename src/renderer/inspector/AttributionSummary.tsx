import { Columns2 } from 'lucide-react'
import { useState } from 'react'

import type { ArticleContent } from '#shared/document/content.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { useT } from '../i18n/context.tsx'
import { Button } from '../ui/Button.tsx'
import { attributionFacts } from './attributionFacts.ts'
import { CompareDialog } from './CompareDialog.tsx'
import { Facts } from './Facts.tsx'

/** The attribution to be read and not filled in; a reprint can be held against its original. */
export function AttributionSummary({ content, newsroom }: { content: ArticleContent; newsroom: Newsroom }) {
  const t = useT()
  const [comparing, setComparing] = useState(false)
  const { kind, attribution } = content.fields
  const [source] = attribution.sources
  const comparable = kind === 'reprint' || kind === 'wire'
  return (
    <>
      <Facts facts={attributionFacts(content, newsroom, t)} />
      {comparable && source !== undefined && source.originalText !== '' && (
        <div>
          <Button variant="plain" icon={Columns2} onClick={() => setComparing(true)}>
            {t('attribution.compare')}
          </Button>
          {comparing && <CompareDialog {...{ source, content }} onClose={() => setComparing(false)} />}
        </div>
      )}
    </>
  )
}
