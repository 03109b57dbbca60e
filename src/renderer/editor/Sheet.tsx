import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import type { ReactNode } from 'react'
import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import styles from './Editor.module.css'
import { LinkEditor } from './links/LinkEditor.tsx'
import page from './Page.module.css'
import { PicturePicker } from './picture/PicturePicker.tsx'
import { Toolbar } from './toolbar/Toolbar.tsx'

interface SheetProps {
  editable: boolean
  firstLineIndent: boolean
  children: ReactNode
}

/** The sheet of paper that the article is set on. */
export function Sheet({ editable, firstLineIndent, children }: SheetProps) {
  const t = useT()
  const [column, setColumn] = useState<HTMLElement | null>(null)
  return (
    <div className={styles.editor}>
      {editable && (
        <div className={styles.bar}>
          <Toolbar />
          <PicturePicker />
        </div>
      )}
      <div className={styles.desk}>
        <div className={styles.sheet}>
          {children}
          <div ref={setColumn} className={styles.column}>
            <ContentEditable
              className={page.page}
              aria-label={t('writing.body')}
              data-placeholder={t('writing.bodyPlaceholder')}
              data-indent={firstLineIndent}
              spellCheck={false}
            />
            <LinkEditor sheet={column} />
          </div>
        </div>
      </div>
    </div>
  )
}
