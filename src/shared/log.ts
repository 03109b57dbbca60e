/** Where core and server say what they do: one line each, facts as plain JSON. Hosts bring their own. */
export interface Logger {
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}

export const silentLogger: Logger = { info() {}, warn() {}, error() {} }
