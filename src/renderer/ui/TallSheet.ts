import type { Dispose } from '#shared/rpc/transport.ts'
import { scaleOf, toBar, toLines } from './sheetScale.ts'

/**
 * What is scrolled in a list that may be higher than a browser can lay out. Wheel and touch move the lines as far as they
 * move the bar; a jump of the bar, as when it is dragged, leads to the place that it stands for; and once everything
 * stands still the bar is put where the lines are. Writing it earlier would break off a fling.
 */
export class TallSheet {
  #scroller: HTMLElement | null = null
  #drawn: HTMLElement | null = null
  /** Height of all lines. */
  #total = 0
  /** Pixels of lines above those in view. */
  #offset = 0
  /** Where the scroll bar was then. */
  #bar = 0
  /** Where in the lines the drawn ones begin. */
  #origin = 0
  /** The wheel is what moves the bar, and never jumps. */
  #wheel = false

  /** Says where the lines stand whenever that changes, and whether they are still moving. */
  observe(scroller: HTMLElement, report: (offset: number, moving: boolean) => void): Dispose {
    this.#scroller = scroller
    this.#bar = scroller.scrollTop
    const onScroll = () => {
      this.#follow(scroller)
      report(this.#offset, true)
    }
    const onEnd = () => {
      this.#wheel = false
      this.#settle()
      report(this.#offset, false)
    }
    const stop = new AbortController()
    const options = { passive: true, signal: stop.signal }
    scroller.addEventListener('wheel', () => (this.#wheel = true), options)
    scroller.addEventListener('pointerdown', () => (this.#wheel = false), options)
    scroller.addEventListener('scroll', onScroll, options)
    scroller.addEventListener('scrollend', onEnd, options)
    return () => {
      stop.abort()
      this.#scroller = null
    }
  }

  /** The lines in `drawn` are placed from `origin`, a pixel of all lines, of which there are `total`. */
  draw(drawn: HTMLElement, origin: number, total: number): void {
    this.#drawn = drawn
    this.#origin = origin
    if (total !== this.#total) {
      this.#total = total
      this.#fit()
    }
    this.#place()
  }

  goTo(offset: number): void {
    if (this.#scroller === null) return
    const scale = this.#scale(this.#scroller)
    const before = this.#offset
    this.#offset = Math.max(0, Math.min(offset, scale.lines))
    const asFar = this.#bar + this.#offset - before
    const isNear = Math.abs(this.#offset - before) <= this.#scroller.clientHeight && asFar >= 0 && asFar <= scale.bar
    this.#writeBar(this.#scroller, isNear ? asFar : toBar(scale, this.#offset))
  }

  /** Scrolls no further than it takes to see all of what lies between. */
  reveal(start: number, end: number): void {
    const view = this.#scroller?.clientHeight ?? 0
    if (start < this.#offset) this.goTo(start)
    else if (end > this.#offset + view) this.goTo(end - view)
  }

  #follow(scroller: HTMLElement): void {
    const bar = scroller.scrollTop
    const scale = this.#scale(scroller)
    const moved = bar - this.#bar
    const asFar = this.#wheel || Math.abs(moved) <= scroller.clientHeight
    const offset = asFar ? this.#offset + moved : Math.round(toLines(scale, bar))
    this.#offset = scale.bar === scale.lines ? bar : Math.max(0, Math.min(offset, scale.lines))
    this.#bar = bar
    this.#place()
  }

  /** While it is moved, the bar is only written where the lines would not be there any more. */
  #fit(): void {
    if (this.#scroller === null) return
    const { bar, lines } = this.#scale(this.#scroller)
    if (this.#offset > lines || (bar === lines && this.#offset !== this.#bar)) this.#settle()
  }

  #settle(): void {
    if (this.#scroller === null) return
    const scale = this.#scale(this.#scroller)
    this.#offset = Math.max(0, Math.min(this.#offset, scale.lines))
    const bar = toBar(scale, this.#offset)
    if (Math.abs(bar - this.#scroller.scrollTop) >= 1) this.#writeBar(this.#scroller, bar)
  }

  #writeBar(scroller: HTMLElement, bar: number): void {
    scroller.scrollTop = Math.round(bar)
    // Read back: the browser rounds to pixels of the screen.
    this.#bar = scroller.scrollTop
    this.#place()
  }

  /** Rows are drawn where the bar is, whichever of all rows they are. */
  #place(): void {
    const shift = this.#offset - this.#bar
    if (this.#drawn !== null) this.#drawn.style.transform = `translateY(${String(this.#origin - shift)}px)`
  }

  #scale(scroller: HTMLElement) {
    return scaleOf(this.#total, scroller.clientHeight)
  }
}
