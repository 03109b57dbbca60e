import { Check, GitMerge, LoaderCircle, Lock, TriangleAlert, Undo2 } from 'lucide-react'

import { useDraft, useDraftSnapshot } from '../draft/context.tsx'
import { useErrorText, useFormat, useT } from '../i18n/context.tsx'
import { useColleagueName } from '../state/useColleagueName.ts'
import { runCommand } from '../state/commands.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { notSavedBecause, saveStanding } from './saveStanding.ts'
import styles from './StatusBar.module.css'

/** "Saved" is said of what core has acknowledged as on disk, and of nothing else. */
export function SaveMark({ editable }: { editable: boolean }) {
  const t = useT()
  const format = useFormat()
  const errorText = useErrorText()
  const { save } = useDraftSnapshot()
  const standing = saveStanding(save, editable)
  switch (standing.kind) {
    case 'readOnly':
      return <StatusMark icon={Lock}>{t('app.readOnly')}</StatusMark>
    case 'saved':
      return <StatusMark icon={Check}>{t('app.saved', { time: format.time(standing.at) })}</StatusMark>
    case 'saving':
      return <StatusMark icon={LoaderCircle}>{t('app.saving')}</StatusMark>
    case 'failed':
      return (
        <Tooltip text={errorText(standing.error)}>
          <button
            type="button"
            className={styles.failed}
            aria-label={`${t(notSavedBecause(standing.error.code))} ${errorText(standing.error)}`}
          >
            <StatusMark icon={TriangleAlert} tone="caution">
              {t(notSavedBecause(standing.error.code))}
            </StatusMark>
          </button>
        </Tooltip>
      )
  }
}

/** What became of the text without the person's doing: whose words came in, or why undo goes no further. */
export function NoticeMark() {
  const t = useT()
  const format = useFormat()
  const nameOf = useColleagueName()
  const me = useDraft().me()
  const { notice } = useDraftSnapshot()
  if (notice === null) return null
  if (notice.kind === 'undoStopped') {
    return (
      <StatusMark icon={Undo2}>{t(notice.direction === 'undo' ? 'app.undoStopped' : 'app.redoStopped')}</StatusMark>
    )
  }
  const time = format.time(notice.at)
  const others = notice.from.filter((person) => person !== me)
  const names = others.map((person) => nameOf(person) ?? t('app.somebody')).join(t('app.and'))
  return (
    <StatusMark icon={GitMerge}>
      {others.length === 0 ? t('app.mergedOwn', { time }) : t('app.merged', { names, time })}
    </StatusMark>
  )
}

/** How many places have several versions; leads from one to the next. */
export function ClashMark() {
  const t = useT()
  const { clashes } = useDraftSnapshot()
  if (clashes === 0) return null
  return (
    <button type="button" className={styles.failed} onClick={() => runCommand('text.nextClash')}>
      <StatusMark icon={GitMerge} tone="caution">
        {t('clash.open', { n: clashes })}
      </StatusMark>
    </button>
  )
}

export function TextCounts() {
  const t = useT()
  const { counts } = useDraftSnapshot()
  return (
    <Tooltip text={t('app.countHint')}>
      <button type="button" className={styles.counts}>
        <span>{t('app.words', { words: counts.words })}</span>
        <span>{t('app.characters', { characters: counts.characters })}</span>
      </button>
    </Tooltip>
  )
}
