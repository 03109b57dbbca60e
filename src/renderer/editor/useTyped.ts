import { useEffect, useRef, useState } from 'react'

import type { Dispose } from '#shared/rpc/transport.ts'
import type { InputMethods } from '../draft/Composing.ts'

interface Typed {
  value: string
  onChange: (text: string) => void
  onCompositionStart: () => void
  onCompositionEnd: (event: { currentTarget: { value: string } }) => void
}

/**
 * A text field over a stored value. What an input method is still composing stays in the field; a change from elsewhere
 * (undo, another pane) comes in, but never into a composition, of which `inputMethods` are told.
 */
export function useTyped(stored: string, store: (text: string) => void, inputMethods: InputMethods): Typed {
  const [text, setText] = useState(stored)
  const known = useRef(stored)
  const composing = useRef(false)
  const composed = useRef(stored)
  const tell = useRef<(() => void) | null>(null)
  const calm = useRef<Dispose | null>(null)

  useEffect(() => {
    if (stored === known.current || composing.current) return
    known.current = stored
    setText(stored)
  }, [stored])
  useEffect(
    () => () => {
      tell.current?.()
      calm.current?.()
    },
    [],
  )

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
      if (tell.current !== null) return
      const told = () => {
        tell.current = null
        keep(composed.current)
        release()
      }
      tell.current = told
      const release = inputMethods.hold(told)
    },
    onCompositionStart() {
      composing.current = true
      calm.current ??= inputMethods.compose()
    },
    onCompositionEnd({ currentTarget }) {
      composing.current = false
      setText(currentTarget.value)
      composed.current = currentTarget.value
      keep(currentTarget.value)
      tell.current?.()
      calm.current?.()
      calm.current = null
    },
  }
}
