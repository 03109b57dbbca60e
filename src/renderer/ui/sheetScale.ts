/**
 * Pixels. Chromium lays nothing out beyond 33,554,432 pixels of the device: a page that is enlarged on a dense screen, six of
 * them to one, gets there soon after this.
 */
export const tallest = 5_000_000

/** Pixels at either end in which a sheet that is cut short is as long as its lines. */
const edge = 100_000

/**
 * How a scroll bar of `tallest` leads through lines that are higher together: one for one at both ends, so that the first
 * and the last line are reached as in any list, and stretched in between. Ranges are what can be scrolled, in pixels.
 */
export interface SheetScale {
  /** Of the scroll bar. */
  readonly bar: number
  /** Of the lines. */
  readonly lines: number
}

/** `total` and `view` are the heights of all lines and of what is seen at once. */
export function scaleOf(total: number, view: number): SheetScale {
  return { bar: Math.max(0, Math.min(total, tallest) - view), lines: Math.max(0, total - view) }
}

/** Where in the lines a place of the scroll bar leads. */
export function toLines({ bar, lines }: SheetScale, at: number): number {
  if (bar === lines || at <= edge) return Math.min(at, lines)
  if (at >= bar - edge) return lines - (bar - at)
  return edge + ((at - edge) * (lines - 2 * edge)) / (bar - 2 * edge)
}

/** The other way round. */
export function toBar({ bar, lines }: SheetScale, at: number): number {
  if (bar === lines || at <= edge) return Math.min(at, bar)
  if (at >= lines - edge) return bar - (lines - at)
  return edge + ((at - edge) * (bar - 2 * edge)) / (lines - 2 * edge)
}
