import type { Logger } from '#shared/log.ts'

type Level = keyof Logger

/** One JSON object a line on the standard error stream, as journald and container hosts like it. */
export function jsonLogger(now: () => Date = () => new Date()): Logger {
  const write =
    (level: Level): Logger[Level] =>
    (message, facts = {}) =>
      console.error(JSON.stringify({ at: now().toISOString(), level, message, ...facts }))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
