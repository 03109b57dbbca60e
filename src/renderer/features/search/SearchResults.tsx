import { SearchX, Search as SearchIcon } from 'lucide-react'
import { useState } from 'react'

import { useErrorText, useT } from '#renderer/i18n/context.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Filters } from './Filters.tsx'
import { ResultList } from './ResultList.tsx'
import { isAsking, useSearching } from './searching.ts'
import type { Hits } from './useHits.ts'
import { useHits } from './useHits.ts'
import styles from './search.module.css'

/** In the place of the list while somebody searches. */
export function SearchResults() {
  const searching = useSearching()
  return (
    <div className={styles.pane}>
      <Filters />
      {isAsking(searching) ? <Found /> : <Teaching />}
    </div>
  )
}

function Teaching() {
  const t = useT()
  return (
    <EmptyState icon={SearchIcon} title={t('search.teach')}>
      {t('search.teachHint')}
    </EmptyState>
  )
}

function Found() {
  const [range, setRange] = useState({ first: 0, last: 0 })
  const question = useSearching((searching) => searching.question)
  const hits = useHits(range.first, range.last)
  const { answer } = hits
  if (hits.error !== null && answer === null) return <Failed hits={hits} error={hits.error} />
  if (answer === null) return null
  return (
    <>
      <Summary hits={hits} />
      {answer.total === 0 ? (
        <Nothing />
      ) : (
        <ResultList
          question={question}
          hits={hits}
          total={answer.total}
          onRange={(first, last) => setRange({ first, last })}
        />
      )}
    </>
  )
}

function Summary({ hits: { answer } }: { hits: Hits }) {
  const t = useT()
  if (answer === null) return null
  const { total, more, order, waiting } = answer
  const found = t(more ? 'search.foundMore' : 'search.found', { n: total })
  return (
    <output className={styles.summary}>
      {total > 0 && (
        <span>
          {found}
          <span className={styles.order}>{t(order === 'relevance' ? 'search.byRelevance' : 'search.byDate')}</span>
        </span>
      )}
      {waiting > 0 && <span className={styles.waiting}>{t('search.waiting', { n: waiting })}</span>}
    </output>
  )
}

function Nothing() {
  const t = useT()
  return (
    <EmptyState icon={SearchX} title={t('search.nothing')}>
      {t('search.nothingHint')}
    </EmptyState>
  )
}

function Failed({ hits, error }: { hits: Hits; error: Error }) {
  const t = useT()
  const errorText = useErrorText()
  return (
    <div role="alert">
      <EmptyState
        icon={SearchX}
        title={t('search.failed')}
        action={<Button onClick={hits.retry}>{t('app.retry')}</Button>}
      >
        {errorText(error)}
      </EmptyState>
    </div>
  )
}
