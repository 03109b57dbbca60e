import { useFormat, useT } from '#renderer/i18n/context.tsx'
import styles from './bin.module.css'
import type { Going } from './going.ts'

/** What goes along, and what stays elsewhere. */
export function Consequences({ going: { pictures, atDesk } }: { going: Going }) {
  const t = useT()
  const format = useFormat()
  const size = format.number(Math.max(0.1, Math.round(pictures.bytes / 100_000) / 10))
  return (
    <ul className={styles.consequences}>
      {pictures.count > 0 && <li>{t('bin.pictures', { n: pictures.count, size })}</li>}
      {atDesk > 0 && <li>{t('bin.deskKeeps', { n: atDesk })}</li>}
      <li>{t('bin.backupsKeep')}</li>
    </ul>
  )
}
