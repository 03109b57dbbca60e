import type { Newsroom } from '../../domain/newsroom.ts'
import type { Instant } from '../../domain/time.ts'
import type { PrintedValue } from './types.ts'

type Where = Pick<Newsroom, 'language' | 'timeZone'>

/** 2026年3月5日 09:30, in the newsroom's language and zone, whatever the machine's are. */
export const printedTime = (at: Instant, where: Where): PrintedValue => ({
  text: format(at, where, { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
  dateTime: at,
})

/** The day alone, for lists. */
export const printedDay = (at: Instant, where: Where): PrintedValue => ({
  text: format(at, where, { year: 'numeric', month: 'long', day: 'numeric' }),
  dateTime: at,
})

function format(at: Instant, { language, timeZone }: Where, parts: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone, hourCycle: 'h23' }).format(new Date(at))
}
