import { app } from 'electron'

export interface WayOut {
  /** Closes every window as a person would, and ends the program when they are closed. */
  readonly quit: () => void
  /** A person decided that a window stays open: the program stays as well. */
  readonly stay: () => void
}

/**
 * The one way in which the program ends, whoever wants it: a person, the system that shuts down, and whatever installs
 * an update. Windows close when their words are safe; then `settle` lets cores and servers go, which is bounded.
 */
export function wayOut(settle: () => Promise<unknown>): WayOut {
  let quitting = false
  app.on('before-quit', () => {
    quitting = true
  })
  app.on('window-all-closed', () => {
    // On a Mac a program stays when its last window is closed.
    if (process.platform === 'darwin' && !quitting) return
    void settle().finally(() => app.exit(0))
  })
  process.on('SIGTERM', () => app.quit())
  return {
    quit: () => app.quit(),
    stay: () => {
      quitting = false
    },
  }
}
