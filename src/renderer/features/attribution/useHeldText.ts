import { useEffect, useRef, useState } from 'react'

/**
 * A text whose record is read only when nobody is typing: what is being typed is held here, so that neither the caret
 * nor a composition is disturbed, and a change made elsewhere shows as soon as the field is left.
 */
export function useHeldText(recorded: string, record: (text: string) => void) {
  const ref = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    if (document.activeElement === ref.current) return
    setTyped((text) => (text === recorded ? text : null))
  }, [recorded])
  const onChange = (text: string) => {
    setTyped(text)
    record(text)
  }
  return { ref, value: typed ?? recorded, onChange }
}
