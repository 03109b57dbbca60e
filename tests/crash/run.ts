import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { isGalleyError } from '#shared/rpc/errors.ts'
import { diskLayer, onDisk, writeRules } from '../faults/layer.ts'
import { SimulatedDisk } from '../faults/simulatedDisk.ts'
import type { Random } from '../kit/random.ts'
import { randomFrom } from '../kit/random.ts'
import type { Archive } from './archiving.ts'
import { makeArchive } from './archiving.ts'
import { Book } from './book.ts'
import { compare } from './compare.ts'
import type { CrashCore } from './core.ts'
import { startCore, StartFailed } from './core.ts'
import { die, planDeath } from './death.ts'
import { makeOldLibrary } from './oldLibrary.ts'
import { Writer } from './writer.ts'

export interface CrashOptions {
  kills: number
  seed: number
  /** What was not synced is gone after each death; needs the layer of tests/faults. */
  powerLoss: boolean
  /** Makes commits less durable than they are, to see that this is noticed: `synchronous`, or a disk that lies. */
  weaken?: 'NORMAL' | 'OFF' | 'lies'
  /** The bundled child.ts. */
  program: string
  /** Told of everything that is wrong, and of the state that it was found in. */
  report: (problem: string) => void
}

export interface CrashResult {
  kills: number
  acknowledged: number
  lost: number
  integrityFailures: number
}

/** Windows that type at the same time. */
const windows = 3

/** Deaths of one library, before a new one is begun: everybody's first days are among them, and it does not grow old. */
const deathsOfOne = 20

export async function crash(options: CrashOptions): Promise<CrashResult> {
  const archive = await makeArchive(options.program)
  try {
    return await crashLibraries(options, archive)
  } finally {
    archive.remove()
  }
}

async function crashLibraries(options: CrashOptions, archive: Archive): Promise<CrashResult> {
  const result: CrashResult = { kills: 0, acknowledged: 0, lost: 0, integrityFailures: 0 }
  for (let library = 0; result.kills < options.kills; library += 1) {
    const seed = options.seed + library
    const deaths = Math.min(deathsOfOne, options.kills - result.kills)
    const one = await new Library(seed, options, archive).run(deaths)
    result.kills += one.kills
    result.acknowledged += one.acknowledged
    result.lost += one.lost
    result.integrityFailures += one.integrityFailures
  }
  return result
}

/** One library, from its making through its deaths. */
class Library {
  readonly #options: CrashOptions
  readonly #seed: number
  readonly #random: Random
  readonly #layered: boolean
  /** Written by the first release: its first deaths come while it is brought up to date. */
  readonly #old: boolean
  readonly #book: Book
  readonly #base = mkdtempSync(join(tmpdir(), 'galley-crash-'))
  readonly #root = join(this.#base, 'disk')
  readonly #dataDir = join(this.#root, 'profile')
  readonly #rules = join(this.#base, 'rules')
  readonly #log = join(this.#base, 'log')
  #core: CrashCore | null = null
  readonly #result: CrashResult = { kills: 0, acknowledged: 0, lost: 0, integrityFailures: 0 }

  constructor(seed: number, options: CrashOptions, archive: Archive) {
    this.#options = options
    this.#book = new Book(archive, join(this.#root, 'export.zip'))
    this.#seed = seed
    this.#random = randomFrom(seed)
    this.#layered = 'library' in diskLayer()
    this.#old = seed % 3 === 0
    mkdirSync(this.#root)
    if (this.#old) makeOldLibrary(this.#dataDir, this.#book, this.#random)
  }

  async run(deaths: number): Promise<CrashResult> {
    try {
      for (let n = 0; n < deaths; n += 1) await this.#live()
      await this.#lookAtAll()
    } catch (error) {
      // Core does not start, or refuses what it must be able to do.
      if (!(error instanceof StartFailed) && !isGalleyError(error)) throw error
      this.#tell(error.message)
      this.#result.integrityFailures += 1
    } finally {
      this.#core?.kill()
      await this.#core?.gone
      rmSync(this.#base, { recursive: true, force: true })
    }
    return { ...this.#result, acknowledged: this.#book.acknowledged }
  }

  /** Starts core on what is left, compares, works, and dies. */
  async #live(): Promise<void> {
    const young = this.#old && this.#result.kills < 4
    const death = planDeath(this.#random, this.#layered, young ? 'starting' : undefined)
    const disk = this.#options.powerLoss ? new SimulatedDisk(this.#root) : null
    writeRules(this.#rules, death.when === 'starting' && death.rule !== null ? [death.rule] : [])
    const core = this.#start()
    this.#result.kills += 1
    if (death.when === 'starting') await die(core, death, null)
    else {
      await core.ready
      await this.#compare(core, 10)
      const working = this.#work(core)
      // What they complain of is heard after the death; until then it must not count as unheard.
      working.catch(() => undefined)
      await die(core, death, this.#rules)
      await working
    }
    if (disk !== null) this.#cutPower(disk)
  }

  async #work(core: CrashCore): Promise<void> {
    const writers = Array.from({ length: windows }, (_, n) => new Writer(core.window(), this.#book, this.#random, n))
    await Promise.all(writers.map((writer) => writer.work()))
  }

  async #compare(core: CrashCore, share: number): Promise<void> {
    const { lost, integrity } = await compare(core.window(), this.#book, this.#dataDir, { random: this.#random, share })
    for (const problem of [...lost, ...integrity]) this.#tell(problem)
    this.#result.lost += lost.length
    this.#result.integrityFailures += integrity.length
  }

  /** At the end, with nobody to disturb. */
  async #lookAtAll(): Promise<void> {
    writeRules(this.#rules)
    const core = this.#start()
    await core.ready
    await this.#compare(core, 1)
    core.kill()
    await core.gone
  }

  #start(): CrashCore {
    const { program, powerLoss, weaken } = this.#options
    rmSync(this.#log, { force: true })
    const disk = {
      root: this.#root,
      rules: this.#rules,
      lies: weaken === 'lies',
      ...(powerLoss ? { log: this.#log } : {}),
    }
    const args = weaken === undefined || weaken === 'lies' ? [] : [weaken]
    this.#core = startCore(this.#dataDir, {
      file: program,
      args,
      env: this.#layered ? onDisk(disk) : {},
      quiet: weaken !== undefined,
    })
    return this.#core
  }

  #cutPower(disk: SimulatedDisk): void {
    if (existsSync(this.#log)) disk.follow(readFileSync(this.#log), this.#random)
    disk.cutPower(this.#random(2) === 0 ? null : this.#random)
  }

  #tell(problem: string): void {
    const kept = join('test-results', 'crash', `${this.#seed}-${this.#result.kills}`)
    cpSync(this.#dataDir, kept, { recursive: true })
    this.#options.report(`seed ${this.#seed}, after death ${this.#result.kills}: ${problem} (${kept})`)
  }
}
