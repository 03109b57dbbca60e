import { z } from 'zod'

/**
 * An instant in ISO 8601, UTC. It is shown to people and never decides an order: desktops' clocks are wrong, so order
 * comes from revision parents and from the server's sequence.
 */
export const Instant = z.iso.datetime({ offset: false })
export type Instant = z.infer<typeof Instant>

/** Reads the time; injected wherever a test needs to choose it. */
export type Clock = () => Date

export const toInstant = (date: Date): Instant => date.toISOString()

/** The day (ISO date) that a clock in `timeZone` shows: licences and lists are valid by the newsroom's calendar. */
export const dayIn = (date: Date, timeZone: string): string =>
  // Swedish writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(date)
