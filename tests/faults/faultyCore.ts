import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { paragraph } from '#shared/document/make.ts'
import { bodyText } from '#shared/document/text.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { CrashCore } from '../crash/core.ts'
import { startCore } from '../crash/core.ts'
import type { Rule } from './layer.ts'
import { onDisk, writeRules } from './layer.ts'

/** One profile on a disk that can be told to fail, and the core on it. */
export class FaultyCore {
  readonly base = mkdtempSync(join(tmpdir(), 'galley-faults-'))
  readonly root = join(this.base, 'disk')
  readonly dataDir = join(this.root, 'profile')
  readonly log = join(this.base, 'log')
  readonly #rules = join(this.base, 'rules')
  readonly #program: string
  readonly #logged: boolean
  #core: CrashCore | null = null

  /** `program` is the bundled tests/crash/child.ts; `logged` for a simulated disk. */
  constructor(program: string, { logged = false } = {}) {
    this.#program = program
    this.#logged = logged
    mkdirSync(this.root)
    this.breakDisk()
  }

  /** In force from the next call on; without rules the disk is in good order again. */
  breakDisk(rules: readonly Rule[] = []): void {
    writeRules(this.#rules, rules)
  }

  /** Throws StartFailed with what core said. `program` in the place of the one that was named first. */
  async start(program = this.#program): Promise<CoreCalls> {
    rmSync(this.log, { force: true })
    const env = onDisk({ root: this.root, rules: this.#rules, ...(this.#logged ? { log: this.log } : {}) })
    this.#core = startCore(this.dataDir, { file: program, env })
    await this.#core.ready
    return this.window()
  }

  /** One more window on the core that runs. */
  window(): CoreCalls {
    if (this.#core === null) throw new Error('no core runs')
    return this.#core.window()
  }

  async kill(): Promise<void> {
    this.#core?.kill()
    await this.#core?.gone
  }

  async close(): Promise<void> {
    this.#core?.beginToClose()
    await this.#core?.gone
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(this.base, { recursive: true, force: true })
  }
}

/** One paragraph as a step of autosave, to be sent as often as it takes. */
export function step(articleId: ArticleId, text: string) {
  return { articleId, step: randomUUID(), ops: [{ op: 'put' as const, after: null, block: paragraph(text) }] }
}

/** Paragraphs, the one that was typed last first. */
export async function wordsOf(call: CoreCalls, articleId: ArticleId): Promise<string[]> {
  const { content } = await call.articles.open({ articleId })
  return bodyText(content.blocks).split('\n')
}
