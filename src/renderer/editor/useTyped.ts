import { useEffect, useRef, useState } from 'react'

import type { Dispose } from '#shared/rpc/transport.ts'

/** `tell` has the words recorded as they are; the answer says that they are, or are gone. */
export type Hold = (tell: () => void) => Dispose

interface Typed {
  value: string
  onChange: (text: string) => void
  onCompositionStart: () => void
  onCompositionEnd: (event: { currentTarget: { value: string } }) => void
}

/**
 * A text field over a stored value. What an input method is still composing stays in the field; a change from elsewhere
 * (undo, another pane) comes in, but never into a composition. `hold` is told of what is composed and not stored.
 */
export function useTyped(stored: string, store: (text: string) => void, hold?: Hold): Typed {
  const [text, setText] = useState(stored)
  const known = useRef(stored)
  const composing = useRef(false)
  const composed = useRef(stored)
  const tell = useRef<(() => void) | null>(null)

  useEffect(() => {
    if (stored === known.current || composing.current) return
    known.current = stored
    setText(stored)
  }, [stored])
  useEffect(() => () => tell.current?.(), [])

  const keep = (next: string) => {
    if (next === known.current) return
    known.current = next
    store(next)
  }
  return {
    value: text,
    onChange(next) {
      setText(next)
      if (!composing.current) {
        keep(next)
        return
      }
      composed.current = next
      if (tell.current !== null || hold === undefined) return
      const told = () => {
        tell.current = null
        keep(composed.current)
        release()
      }
      tell.current = told
      const release = hold(told)
    },
    onCompositionStart() {
      composing.current = true
    },
    onCompositionEnd({ currentTarget }) {
      composing.current = false
      setText(currentTarget.value)
      composed.current = currentTarget.value
      keep(currentTarget.value)
      tell.current?.()
    },
  }
}
