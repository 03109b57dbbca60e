import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Reads what a host writes to its log, for what only the log tells: which process is whose core. */
export class HostLog {
  readonly #pids = new Map<string, number>()
  #siteUrl: string | null = null
  readonly lines: string[] = []

  constructor(stderr: Readable) {
    createInterface({ input: stderr }).on('line', (line) => {
      this.lines.push(line)
      this.#read(line)
    })
  }

  /** Process id of the core of a person. */
  core(account: string): number {
    const pid = this.#pids.get(account)
    if (pid === undefined) throw new Error(`no core of ${account} has started`)
    return pid
  }

  get siteUrl(): string {
    if (this.#siteUrl === null) throw new Error('the trial newsroom is not open yet')
    return this.#siteUrl
  }

  #read(line: string): void {
    if (!line.startsWith('{')) return
    const { message, pid, folder, siteUrl } = JSON.parse(line) as Partial<Record<string, string>> & { pid?: number }
    if (message === 'core is ready' && folder && pid) this.#pids.set(basename(folder), pid)
    if (message === 'the trial newsroom is open' && siteUrl) this.#siteUrl = siteUrl
  }
}
