import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'

import type { ArticleContent } from '#shared/document/content.ts'
import { attributionHast } from '#shared/document/render/attributionHast.ts'
import { notices } from '#shared/document/render/notices.ts'
import { printedAttribution } from '#shared/document/render/printedAttribution.ts'
import type { PrintedLine } from '#shared/document/render/types.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { useT } from '../i18n/context.tsx'
import styles from './PrintedPreview.module.css'

/** The attribution and the notices as readers will see them, from the functions that print them on the site. */
export function PrintedPreview({ content, newsroom }: { content: ArticleContent; newsroom: Newsroom }) {
  const t = useT()
  const { head, aiLabel, foot } = printedAttribution(content, newsroom, null)
  const printedNotices = notices(content, newsroom, '')
  return (
    <div className={styles.preview}>
      <Place title={t('attribution.underHeadline')} lang={newsroom.language}>
        {head.length > 0 && <Lines lines={head} newsroom={newsroom} />}
        {aiLabel !== null && <p className={styles.label}>{aiLabel}</p>}
        {head.length === 0 && aiLabel === null && <p className={styles.nothing}>{t('attribution.nothingPrinted')}</p>}
      </Place>
      <Place title={t('attribution.atFoot')} lang={newsroom.language}>
        {foot.length > 0 && <Lines lines={foot} newsroom={newsroom} />}
        {printedNotices.map(({ kind, text }) => (
          <p key={kind} className={styles.notice}>
            {text}
          </p>
        ))}
      </Place>
    </div>
  )
}

function Place({ title, lang, children }: { title: string; lang: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption className={styles.place}>{title}</figcaption>
      <div className={styles.paper} lang={lang}>
        {children}
      </div>
    </figure>
  )
}

function Lines({ lines, newsroom }: { lines: readonly PrintedLine[]; newsroom: Newsroom }) {
  const tree = attributionHast(lines, newsroom)
  // Its declared type is a global JSX namespace, which React no longer has.
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { a: Address } }) as ReactNode
}

/** A preview leads nowhere. */
const Address = ({ children }: { children?: ReactNode }) => <span className={styles.address}>{children}</span>
