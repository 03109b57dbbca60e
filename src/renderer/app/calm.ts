export interface Calm {
  call: () => void
  dispose: () => void
}

/** Many calls in a row make one act, `pause` milliseconds after the first of them. */
export function calm(act: () => void, pause: number): Calm {
  let handle: number | null = null
  return {
    call() {
      handle ??= window.setTimeout(() => {
        handle = null
        act()
      }, pause)
    },
    dispose() {
      if (handle !== null) window.clearTimeout(handle)
      handle = null
    },
  }
}
