declare global {
  interface Window {
    /** Calls `then` with the time at which the frame that follows has been painted. */
    whenPainted: (then: (time: number) => void) => void
  }
}

/** To be evaluated in a page. A message that is posted from an animation frame arrives when that frame has been painted. */
export function knowPaint(): void {
  window.whenPainted = (then) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => then(performance.now()), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  }
}
