import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { DiskOptions, Rule } from '../faults/layer.ts'
import { diskLayer, onDisk, writeRules } from '../faults/layer.ts'
import { SimulatedDisk } from '../faults/simulatedDisk.ts'
import { randomFrom } from '../kit/random.ts'

const layer = diskLayer()

/* What the disk of the fault tests forgets and keeps: were it too kind, they would prove nothing. */
describe.skipIf('missing' in layer)('the simulated disk', () => {
  let base: string
  let root: string
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'galley-disk-'))
    root = join(base, 'disk')
    mkdirSync(root)
  })
  afterEach(() => rmSync(base, { recursive: true, force: true }))

  /** Runs a program on it that ends with a loss of power. `at` names a file of the disk, `sync` syncs what it names. */
  function lose(program: string, seed: number | null = null, options: Partial<DiskOptions> = {}): void {
    const disk = new SimulatedDisk(root)
    const log = join(base, 'log')
    rmSync(log, { force: true })
    const helpers = `
      const fs = require('node:fs')
      const at = (name) => require('node:path').join(${JSON.stringify(root)}, name)
      const sync = (name) => { const fd = fs.openSync(at(name), 'r'); fs.fsyncSync(fd); fs.closeSync(fd) }
    `
    const env = { ...process.env, ...onDisk({ root, log, ...options }) }
    const ran = spawnSync(process.execPath, ['-e', helpers + program], { env, encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    const random = randomFrom(seed ?? 1)
    disk.follow(readFileSync(log), random)
    disk.cutPower(seed === null ? null : random)
  }
  const read = (name: string) => readFileSync(join(root, name), 'utf8')

  it('keeps what was synced together with its folder', () => {
    lose(`fs.writeFileSync(at('a'), 'kept'); sync('a'); sync('')`)
    expect(read('a')).toBe('kept')
  })

  it('forgets bytes that were not synced, and a name whose folder was not', () => {
    writeFileSync(join(root, 'old'), 'before')
    lose(`fs.writeFileSync(at('old'), 'after!'); fs.writeFileSync(at('new'), 'x'); sync('new')`)
    expect(readdirSync(root)).toEqual(['old'])
    expect(read('old')).toBe('before')
  })

  it('keeps the old file under a name until the folder was synced after renaming', () => {
    writeFileSync(join(root, 'a'), 'old')
    lose(`fs.writeFileSync(at('b'), 'new'); sync('b'); fs.renameSync(at('b'), at('a'))`)
    expect(read('a')).toBe('old')
    lose(`fs.writeFileSync(at('b'), 'new'); sync('b'); fs.renameSync(at('b'), at('a')); sync('')`)
    expect(read('a')).toBe('new')
  })

  it('forgets a file in a folder that nobody synced the name of', () => {
    lose(`fs.mkdirSync(at('f')); fs.writeFileSync(at('f/a'), 'x'); sync('f/a'); sync('f')`)
    expect(existsSync(join(root, 'f'))).toBe(false)
  })

  it('does not take another file for the one that had its number before', () => {
    const elsewhere = JSON.stringify(join(base, 'elsewhere'))
    lose(`
      const fd = fs.openSync(at('a'), 'w')
      fs.writeSync(fd, 'kept')
      fs.fsyncSync(fd)
      sync('')
      fs.closeSync(fd)
      const again = fs.openSync(${elsewhere}, 'w')
      if (again !== fd) throw new Error('another number')
      fs.writeSync(again, 'lost')
      fs.fsyncSync(again)
    `)
    expect(read('a')).toBe('kept')
  })

  it('may keep any part of what was not synced', () => {
    const found = new Set<string>()
    for (let seed = 1; seed <= 40; seed += 1) {
      writeFileSync(join(root, 'a'), 'a'.repeat(4096))
      lose(`fs.writeFileSync(at('a'), 'b'.repeat(4096), { flag: 'r+' })`, seed)
      found.add(read('a').replaceAll(/(.)\1*/g, '$1'))
    }
    expect(found).toContain('a')
    expect(found).toContain('b')
    expect([...found].some((torn) => torn.length > 1)).toBe(true)
  })

  it('does not write after a sync that failed, until it is written again', () => {
    const rules = join(base, 'rules')
    const failing: Rule[] = [{ call: 'sync', failure: 'EIO', times: 1 }]
    const program = (again: string) => `
      const fd = fs.openSync(at('a'), 'r+')
      fs.writeSync(fd, 'new', 0)
      try { fs.fsyncSync(fd) } catch {}
      ${again}
      fs.fsyncSync(fd)
    `
    const outcomes = (again: string) =>
      Array.from({ length: 12 }, (_, seed) => {
        writeFileSync(join(root, 'a'), 'old')
        writeRules(rules, failing)
        lose(program(again), seed + 1, { rules })
        return read('a')
      })
    expect(outcomes('')).toContain('old')
    expect(new Set(outcomes(`fs.writeSync(fd, 'new', 0)`))).toEqual(new Set(['new']))
  })

  const core = (file: string) => JSON.stringify(new URL(`../../src/core/${file}`, import.meta.url).href)

  it('keeps a library that core set aside', () => {
    lose(`
      fs.writeFileSync(at('library.db'), 'words')
      sync('library.db')
      sync('')
      import(${core('recovery/setAside.ts')}).then(({ setAside }) => setAside(at(''), new Date(0)))
    `)
    const places = [root, join(root, 'damaged/19700101T000000Z')].map((folder) => join(folder, 'library.db'))
    expect(places.filter((place) => existsSync(place)).map((place) => readFileSync(place, 'utf8'))).toEqual(['words'])
  })

  it('keeps the second copy of saved words, in a folder that was not there before', () => {
    lose(`
      import(${core('recovery/wordLog.ts')}).then(({ WordLog }) => {
        const log = new WordLog(at(''), { warn: (message) => { throw new Error(message) } })
        log.add({ kind: 'gone', articleId: 'a', version: 1 })
        log.close()
      })
    `)
    expect(read('words/words-000001.log')).toContain('"articleId":"a"')
  })
})
