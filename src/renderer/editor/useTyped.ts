import { useEffect, useRef, useState } from 'react'

interface Typed {
  value: string
  onChange: (text: string) => void
  onCompositionStart: () => void
  onCompositionEnd: (event: { currentTarget: { value: string } }) => void
}

/**
 * A text field over a stored value. What an input method is still composing stays in the field; a change from elsewhere
 * (undo, another pane) comes in, but never into a composition.
 */
export function useTyped(stored: string, store: (text: string) => void): Typed {
  const [text, setText] = useState(stored)
  const known = useRef(stored)
  const composing = useRef(false)

  useEffect(() => {
    if (stored === known.current || composing.current) return
    known.current = stored
    setText(stored)
  }, [stored])

  const keep = (next: string) => {
    if (next === known.current) return
    known.current = next
    store(next)
  }
  return {
    value: text,
    onChange(next) {
      setText(next)
      if (!composing.current) keep(next)
    },
    onCompositionStart() {
      composing.current = true
    },
    onCompositionEnd({ currentTarget }) {
      composing.current = false
      setText(currentTarget.value)
      keep(currentTarget.value)
    },
  }
}
