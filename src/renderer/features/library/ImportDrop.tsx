import { FileDown } from 'lucide-react'
import type { DragEvent, ReactNode } from 'react'
import { useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import styles from './ImportDrop.module.css'
import { isArticleFile } from './importing.ts'
import { useImport } from './useImport.ts'

/**
 * Article files may be dropped anywhere in the window. Pictures alone belong to the editor, which sees the drop first;
 * what nobody takes is stopped here, because a browser would leave the page and show the file.
 */
export function ImportDrop({ children }: { children: ReactNode }) {
  const t = useT()
  const importFiles = useImport()
  const [over, setOver] = useState(false)

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(mayHoldArticle(event.dataTransfer))
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    if (event.defaultPrevented || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    const files = Array.from(event.dataTransfer.files)
    if (files.some(({ name }) => isArticleFile(name))) void importFiles(files)
  }
  return (
    <div
      className={styles.window}
      onDragOver={onDragOver}
      onDragLeave={(event) => event.relatedTarget === null && setOver(false)}
      onDrop={onDrop}
    >
      {children}
      {over && (
        <div className={styles.over}>
          <p className={styles.text}>
            <FileDown size={20} strokeWidth={1.5} aria-hidden />
            {t('library.dropHere')}
          </p>
        </div>
      )}
    </div>
  )
}

/** Before the drop only types are known, and Markdown has none that every system agrees on. */
const mayHoldArticle = ({ items }: DataTransfer): boolean =>
  Array.from(items).some(({ kind, type }) => kind === 'file' && !type.startsWith('image/'))
