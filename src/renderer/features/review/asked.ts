import type { RefObject } from 'react'
import { useEffect } from 'react'
import { create } from 'zustand'

/** What of the review a command leads to: the button of the act, the field of the opinion, or who writes. */
type Target = 'act' | 'opinion' | 'writers'

interface Asked {
  target: Target | null
  ask: (target: Target | null) => void
}

/** Waits here until the review is on the screen. */
export const useAsked = create<Asked>((set) => ({ target: null, ask: (target) => set({ target }) }))

/** Gives the focus to `ref` when a command led to it. A button that is disabled leaves it to the panel. */
export function useAskedFocus(target: Target, ref: RefObject<HTMLElement | null>): void {
  const asked = useAsked((state) => state.target)
  useEffect(() => {
    if (asked !== target) return
    useAsked.getState().ask(null)
    ref.current?.focus()
  }, [asked, target, ref])
}
