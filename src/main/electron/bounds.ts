import { readFileSync, writeFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { screen } from 'electron'
import { z } from 'zod'

/** Where a person left the window of a profile. */
const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(720),
  height: z.int().min(480),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof WindowState>

/** Null at the first start, and when the screen that the window stood on is gone. */
export function readWindowState(file: string): WindowState | null {
  try {
    const state = WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
    return isOnScreen(state) ? state : null
  } catch {
    return null
  }
}

export function writeWindowState(file: string, window: BrowserWindow): void {
  const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // A full disk is no reason to keep a window from closing.
  }
}

/** Enough of the title bar can be reached to move it. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const visible = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    return visible >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 40
  })
}
