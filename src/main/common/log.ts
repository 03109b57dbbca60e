import type { Logger } from '#shared/log.ts'

type Facts = Readonly<Record<string, unknown>>

/** One JSON object a line on standard error: standard output belongs to what a person asked for. */
export function jsonLog(process: string): Logger {
  const write =
    (level: keyof Logger) =>
    (message: string, facts: Facts = {}): void =>
      console.error(JSON.stringify({ at: new Date().toISOString(), level, process, message, ...readable(facts) }))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

/** Errors have no enumerable properties: without this they would be logged as `{}`. */
function readable(facts: Facts): Facts {
  const entries = Object.entries(facts).map(([key, value]) => [
    key,
    value instanceof Error ? (value.stack ?? value.message) : value,
  ])
  return Object.fromEntries(entries) as Facts
}
