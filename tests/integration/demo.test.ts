import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { ArticleKind } from '#shared/domain/kinds.ts'

const root = join(import.meta.dirname, '..', '..')
const fixture = (name: string): string => join(root, 'tests', 'fixtures', 'articles', name)

/** Two desktops, a server and passwords that are slow on purpose: generous, for a loaded machine. */
const patience = 180_000

let folder: string
let scratch: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-demo-test-'))
  scratch = join(folder, 'tmp')
  await mkdir(scratch)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  code: number
  /** The last line of the output. */
  result: Result
  out: string
  err: string
}

interface Result {
  ok: boolean
  error?: Record<string, unknown>
  articles?: {
    file: string
    kind: string
    folder: string
    headline: string
    steps: { name: string }[]
    checks: { ok: boolean }[]
  }[]
}

/** `npm run demo -- … --json` as somebody would start it, with a folder of its own for everything that it throws away. */
function demo(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch }
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'scripts', 'demo.ts'), ...args, '--json'],
      { env, cwd: folder },
      (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1
        done({ code, out, err, result: JSON.parse(out.trimEnd().split('\n').at(-1) ?? '{}') as Result })
      },
    )
  })
}

const way = 'import write submit online receive review signOff return publish hear page record'
const kinds = ['reprint.md', 'wire.md', 'compiled.md', 'pictures.md', 'hostile.md', 'long.md', 'notice-with-head.txt']

describe('npm run demo', () => {
  test('walks articles of every kind to their readers', { timeout: patience }, async () => {
    const outcome = await demo(...kinds.map(fixture), '--out', join(folder, 'out'))
    expect(outcome, outcome.err).toMatchObject({ code: 0, result: { ok: true } })
    const articles = outcome.result.articles ?? []
    expect(articles).toHaveLength(kinds.length)
    expect(new Set(articles.map(({ kind }) => kind))).toEqual(new Set(ArticleKind.options))
    for (const { folder, checks, steps } of articles) {
      expect(checks.length).toBeGreaterThan(15)
      expect(checks.every(({ ok }) => ok)).toBe(true)
      expect(steps.map(({ name }) => name).join(' ')).toBe(way)
      await expectEvidence(folder)
    }
    expectHarmless(await readFile(join(folder, 'out', '05-hostile', 'page.html'), 'utf8'))
    expect(await readdir(scratch)).toEqual([])
  })

  test('starts nothing when one of its files is bad, and says where', { timeout: patience }, async () => {
    const bad = join(folder, 'bad.md')
    await writeFile(bad, '---\nkind: original\nheadline: 坏稿件\neditr: 周宁\n---\n\n正文。\n')
    const outcome = await demo(fixture('wire.md'), bad, '--out', join(folder, 'out'))
    expect(outcome.code).toBe(2)
    expect(outcome.err).toContain('bad.md')
    expect(outcome.result).toMatchObject({
      ok: false,
      error: { file: bad, line: 4, field: 'editr', reason: 'import.unknownKey', suggestion: 'editor' },
    })
    expect((await readdir(folder)).toSorted()).toEqual(['bad.md', 'tmp'])
    expect(await readdir(scratch)).toEqual([])
  })

  test(
    'names what is missing from a plain text, and takes it from the command line',
    { timeout: patience },
    async () => {
      const without = await demo(fixture('notice.txt'))
      expect(without.code).toBe(2)
      const { gaps } = without.result.error ?? {}
      expect(gaps).toMatchObject([
        { field: 'column' },
        { field: 'byline' },
        { field: 'editor' },
        { field: 'responsibleEditor' },
        { field: 'aiUse' },
      ])

      const given = ['--editor', '周宁', '--byline', 'staff', '--column', '新闻/突发', '--ai-use', 'none']
      const complete = await demo(fixture('notice.txt'), ...given, '--out', join(folder, 'out'))
      expect(complete, complete.err).toMatchObject({ code: 0, result: { ok: true } })
      const page = await readFile(join(folder, 'out', 'page.html'), 'utf8')
      expect(page).toContain('东湖隧道周末夜间封闭养护</h1>')
      expect(page).toContain('突发')
      await expectEvidence(join(folder, 'out'))
    },
  )
})

async function expectEvidence(folder: string): Promise<void> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const receipt = JSON.parse(await read('receipt.json')) as Record<string, string>
  const page = await read('page.html')
  expect(createHash('sha256').update(page).digest('hex')).toBe(receipt['pageHash'])
  expect(await read('feed.xml')).toContain(receipt['url'])
  const record = JSON.parse(await read('record.json')) as Record<string, unknown>[]
  expect(record.map(({ event }) => event)).toEqual(['revisionStored', 'submitted', 'verdictGiven', 'published'])
  expect(await read('view.html')).toContain('"view/assets/site.css"')
}

/** Nothing of what the hostile article brought is alive in its page. */
function expectHarmless(page: string): void {
  const tags = page.match(/<[a-z/!](?:"[^"]*"|'[^']*'|[^>"'])*>/gi) ?? []
  expect(tags.filter((tag) => /^<script/i.test(tag))).toEqual(['<script type="application/ld+json">'])
  expect(tags.filter((tag) => /^<(?:iframe|style|svg|object|base|form)/i.test(tag))).toEqual([])
  const outsideValues = tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'))
  expect(outsideValues.filter((tag) => /\son\w+=/i.test(tag) || /\sstyle=/i.test(tag))).toEqual([])
  expect(tags.filter((tag) => /(?:href|src)="\s*(?:javascript|data|vbscript):/i.test(tag))).toEqual([])
}
