/** Where the server says what it does: one line each, facts as plain JSON. Hosts that embed it bring their own. */
export interface Logger {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}

type Level = keyof Logger

/** One JSON object a line on the standard error stream, as journald and container hosts like it. */
export function jsonLogger(now: () => Date = () => new Date()): Logger {
  const write =
    (level: Level): Logger[Level] =>
    (message, facts = {}) =>
      console.error(JSON.stringify({ at: now().toISOString(), level, message, ...facts }))
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} }
