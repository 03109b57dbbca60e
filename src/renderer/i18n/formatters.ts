import type { Instant } from '#shared/domain/time.ts'
import type { Locale } from '#shared/messages/define.ts'
import { intlTag } from '#shared/messages/format.ts'

export interface Formatters {
  number(value: number): string
  /** 14:05, by the 24-hour clock. */
  time(instant: Instant): string
  /** With the time. */
  dateTime(instant: Instant): string
  /** The day in figures that sort, by the system's zone: two instants of one day have the same. */
  date(instant: Instant): string
  /** 今天, Yesterday, or the date: as a heading. */
  day(instant: Instant, now: Date): string
  /** As short as it stays clear: the time today, the day this year, the date before. */
  short(instant: Instant, now: Date): string
  /** 3 分钟前, yesterday. */
  relative(instant: Instant, now: Date): string
  /** Sorts names: by sound in Chinese. */
  compare: (left: string, right: string) => number
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** `timeZone` is the system's unless a test chooses one. */
export function formatters(locale: Locale, timeZone?: string): Formatters {
  const tag = intlTag[locale]
  const zone = timeZone === undefined ? {} : { timeZone }
  const time = new Intl.DateTimeFormat(tag, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const dayOfYear = new Intl.DateTimeFormat(tag, { ...zone, month: 'short', day: 'numeric' })
  const date = new Intl.DateTimeFormat(tag, { ...zone, year: 'numeric', month: 'short', day: 'numeric' })
  const full = new Intl.DateTimeFormat(tag, { ...zone, dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  const isoDay = new Intl.DateTimeFormat('sv-SE', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const numbers = new Intl.NumberFormat(tag)
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const collator = new Intl.Collator(tag, { numeric: true })

  return {
    number: (value) => numbers.format(value),
    time: (instant) => time.format(new Date(instant)),
    dateTime: (instant) => full.format(new Date(instant)),
    date: (instant) => isoDay.format(new Date(instant)),
    day(instant, now) {
      const days = daysBetween(isoDay.format(new Date(instant)), isoDay.format(now))
      return days === 0 || days === -1 ? asHeading(relative.format(days, 'day')) : date.format(new Date(instant))
    },
    short(instant, now) {
      const then = new Date(instant)
      if (isoDay.format(then) === isoDay.format(now)) return time.format(then)
      const sameYear = isoDay.format(then).slice(0, 4) === isoDay.format(now).slice(0, 4)
      return (sameYear ? dayOfYear : date).format(then)
    },
    relative(instant, now) {
      const seconds = Math.round((new Date(instant).getTime() - now.getTime()) / 1000)
      const size = Math.abs(seconds)
      if (size < minute) return relative.format(0, 'second')
      if (size < hour) return relative.format(Math.trunc(seconds / minute), 'minute')
      if (size < day) return relative.format(Math.trunc(seconds / hour), 'hour')
      return relative.format(Math.trunc(seconds / day), 'day')
    },
    compare: (left, right) => collator.compare(left, right),
  }
}

const asHeading = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Of two days as ISO dates. */
const daysBetween = (day: string, now: string): number => Math.round((Date.parse(day) - Date.parse(now)) / 86_400_000)
