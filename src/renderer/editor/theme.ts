import type { EditorThemeClasses } from 'lexical'

import styles from './Page.module.css'

/** Class names of the column of text. Most of it is set by its tags alone. */
export const theme: EditorThemeClasses = {
  text: { bold: styles.bold ?? '', italic: styles.italic ?? '' },
  list: { nested: { listitem: styles.nested ?? '' } },
}
