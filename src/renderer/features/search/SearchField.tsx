import { Search, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useCallback, useRef, useState } from 'react'

import { useT } from '#renderer/i18n/context.tsx'
import { ariaShortcutOf, isComposing, shortcutOf } from '#renderer/platform/keyboard.ts'
import { useCommand } from '#renderer/state/commands.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { focusResults } from './focusResults.ts'
import { useSearching } from './searching.ts'
import styles from './search.module.css'

/** Above the list, always. What is typed is looked for at once; a word that an input method still composes is not. */
export function SearchField() {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const { text, ask, clear } = useSearching()
  const searching = useWorkspace((workspace) => workspace.searching)
  const setSearching = useWorkspace((workspace) => workspace.setSearching)
  /** What stands in the field while an input method is at work. */
  const [composed, setComposed] = useState<string | null>(null)

  useCommand(
    'view.search',
    useCallback(() => {
      setSearching(true)
      // The pane may have been folded until now.
      requestAnimationFrame(() => {
        input.current?.focus()
        input.current?.select()
      })
    }, [setSearching]),
  )

  const end = () => {
    clear()
    setSearching(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') end()
    else if (event.key === 'ArrowDown' || event.key === 'Enter') focusResults()
    else return
    event.preventDefault()
  }
  const shortcut = shortcutOf('view.search')
  return (
    <search className={styles.field}>
      <Search size={15} strokeWidth={1.75} aria-hidden />
      <input
        ref={input}
        type="text"
        className={styles.input}
        aria-label={t('search.search')}
        aria-keyshortcuts={ariaShortcutOf('view.search')}
        placeholder={t('search.placeholder')}
        spellCheck={false}
        maxLength={500}
        value={composed ?? text}
        onFocus={() => setSearching(true)}
        onCompositionStart={() => setComposed(text)}
        onCompositionEnd={({ currentTarget }) => {
          setComposed(null)
          ask(currentTarget.value)
        }}
        onChange={({ currentTarget }) => {
          if (composed === null) ask(currentTarget.value)
          else setComposed(currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      {searching ? (
        <IconButton icon={X} label={t('search.close')} onClick={end} />
      ) : (
        shortcut !== null && <Kbd keys={shortcut} />
      )}
    </search>
  )
}
