import { useEffect, useState } from 'react'

import { useT } from '../i18n/context.tsx'
import styles from './Opening.module.css'

/** Milliseconds. What is there sooner never shows that it was waited for. */
const patience = 200

/** Says that something is being waited for, but not before it has taken long enough to be noticed. */
export function Opening({ text }: { text?: string }) {
  const t = useT()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const handle = setTimeout(() => setShown(true), patience)
    return () => clearTimeout(handle)
  }, [])
  return <output className={styles.opening}>{shown && (text ?? t('app.connecting'))}</output>
}
