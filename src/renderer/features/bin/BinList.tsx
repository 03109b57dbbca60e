import type { BinnedArticle } from '#shared/contract/bin.ts'
import { useT } from '#renderer/i18n/context.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import styles from './bin.module.css'
import type { Going } from './going.ts'
import { HeldArticle } from './HeldArticle.tsx'
import { useFacts, useTitle } from './words.ts'

interface BinListProps {
  going: Going
  onChoose: (articles: readonly BinnedArticle[], chosen: boolean) => void
}

/** Each article by its name: first what may not go, with the reason; of the others any can be left out. */
export function BinList({ going: { total, free, held, chosen }, onChoose }: BinListProps) {
  const t = useT()
  const title = useTitle()
  const facts = useFacts()
  const going = new Set(chosen)
  const shown = free.length + held.length
  return (
    <div className={styles.block}>
      {total > shown && <p className={styles.soft}>{t('bin.first', { total, n: shown })}</p>}
      {free.length > 1 && (
        <div className={styles.all}>
          <Checkbox
            label={t('bin.all', { n: free.length })}
            checked={chosen.length === free.length}
            onChange={(all) => onChoose(free, all)}
          />
        </div>
      )}
      <ul className={styles.list} aria-label={t('bin.inQuestion')}>
        {held.map((article) => (
          <li key={article.articleId}>
            <HeldArticle article={article} />
          </li>
        ))}
        {free.map((article) => (
          <li key={article.articleId}>
            <Checkbox
              label={title(article)}
              hint={facts(article)}
              checked={going.has(article)}
              onChange={(checked) => onChoose([article], checked)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
