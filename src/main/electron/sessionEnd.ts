import type { WindowSessionEndEvent } from 'electron'
import { powerMonitor } from 'electron'

import type { ProfileWindow } from './profileWindow.ts'

/**
 * Logging off and shutting down wait until the windows have saved, as long as the system lets them. `quit` is the same
 * way out that a person takes. macOS and Linux tell the program; Windows tells each window, see `watchWindow`.
 */
export function watchSession(quit: () => void): void {
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    quit()
  })
}

/**
 * Windows asks first, and waits for a program that says no until that has closed its windows. When it has stopped
 * asking (a critical shutdown, or a person who chose to shut down anyway) there are seconds left and nobody to answer a
 * question: `rescue` saves what it can wherever it can.
 */
export function watchWindow({ window }: ProfileWindow, quit: () => void, rescue: () => void): void {
  window.on('query-session-end', (event: WindowSessionEndEvent) => {
    if (event.reasons.includes('critical')) return
    event.preventDefault()
    quit()
  })
  window.on('session-end', rescue)
}
