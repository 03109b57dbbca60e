import { rmSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'

import { say } from '#main/common/language.ts'
import { plainLine } from '#shared/document/render/printable.ts'
import { openAuditor } from './demo/auditor.ts'
import type { Desktop } from './demo/desktop.ts'
import { openDesktop } from './demo/desktop.ts'
import { checkRecord } from './demo/evidence.ts'
import { DemoFailure } from './demo/failure.ts'
import { loadFiles } from './demo/files.ts'
import { newsroomFor, startNewsroom } from './demo/newsroom.ts'
import type { DemoOptions } from './demo/options.ts'
import { readOptions } from './demo/options.ts'
import { writeEvidence } from './demo/output.ts'
import type { Planned } from './demo/plan.ts'
import { plan } from './demo/plan.ts'
import { readAsReaders } from './demo/readers.ts'
import { Steps } from './demo/steps.ts'
import type { Room } from './demo/walk.ts'
import { walk } from './demo/walk.ts'

/*
 * `npm run demo`: the main job without a window. Articles go from a file to a public page through core, RPC and HTTP, as
 * they do from the workstation: two desktops that go offline and come back, and a publishing server on the loopback
 * interface, in a folder that is thrown away. All files are checked before anything is started.
 */

// npm changes to the project's folder; files are meant from where the command was typed.
const cwd = process.env['npm_lifecycle_event'] === 'demo' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd()
const wantsJson = process.argv.includes('--json')

try {
  const options = readOptions(process.argv.slice(2), cwd)
  if (options.help) console.log(say('demo.usage'))
  else await run(options)
} catch (error) {
  const failure = error instanceof DemoFailure ? error : null
  console.error(failure?.message ?? error)
  if (wantsJson)
    console.log(JSON.stringify({ ok: false, error: { message: failure?.message ?? String(error), ...failure?.facts } }))
  process.exitCode = failure?.blame === 'input' ? 2 : 1
}

async function run(options: DemoOptions): Promise<void> {
  const start = performance.now()
  const files = await loadFiles(options.files)
  const newsroom = await newsroomFor(files, options.supplement.column)
  const plans = await Promise.all(files.map((file) => plan(file, newsroom, options.supplement)))
  for (const { file, unlisted } of plans) {
    for (const source of unlisted) console.error(say('demo.unlisted', { file: file.path, source }))
  }

  const out = options.out ?? (await mkdtemp(join(tmpdir(), 'galley-demo-')))
  await mkdir(out, { recursive: true })
  const articles = await inThrowAwayFolder(async (folder) => {
    const server = await startNewsroom(folder, newsroom)
    const desktops: Desktop[] = []
    try {
      const [writer, chief] = [await openDesktop(folder, server.writer), await openDesktop(folder, server.chief)]
      desktops.push(writer, chief)
      console.log(
        say('demo.newsroom', { name: newsroom.name, url: server.url, writer: writer.name, chief: chief.name }),
      )
      const room = { newsroom, writer, chief, auditor: await openAuditor(server.auditor) }
      const walked = []
      for (const [index, planned] of plans.entries()) {
        walked.push(await goAllTheWay(planned, room, server.siteUrl, folderFor(out, planned, index, plans.length)))
      }
      const { brokenAt } = await server.admin.verifyRecord()
      if (brokenAt !== null) throw new DemoFailure('galley', `the record is broken at ${brokenAt}`)
      return walked
    } finally {
      for (const desktop of desktops) await desktop.close()
      await server.close()
    }
  })
  const seconds = Math.round((performance.now() - start) / 100) / 10
  console.log(say('demo.done', { count: articles.length, seconds, out }))
  if (options.json) console.log(JSON.stringify({ ok: true, out, seconds, articles }))
}

async function goAllTheWay(planned: Planned, room: Room, siteUrl: string, folder: string) {
  const { file, parsed } = planned
  console.log(say('demo.article', { file: basename(file.path), headline: plainLine(parsed.fields.headline) }))
  const steps = new Steps()
  const { articleId, revisionId, receipt, signed } = await walk(planned, room, steps)
  const published = { content: signed.content, newsroom: room.newsroom, receipt }
  const seen = await steps.take('page', async () => {
    const seen = await readAsReaders(published, siteUrl)
    const names = seen.checks.map(({ name }) => name).join(say('site.separator'))
    return { value: seen, said: { count: seen.checks.length, names } }
  })
  const record = await steps.take('record', async () => {
    const entries = await room.auditor.record(articleId)
    checkRecord(entries, revisionId)
    return { value: entries, said: { count: entries.length } }
  })
  const written = await writeEvidence(folder, { receipt, record, seen })
  return {
    file: file.path,
    kind: parsed.fields.kind,
    headline: parsed.fields.headline,
    articleId,
    revisionId,
    publicationId: receipt.publicationId,
    url: receipt.url,
    folder,
    files: written,
    steps: steps.done,
    checks: seen.checks.map(({ name, ok }) => ({ name, ok })),
  }
}

/** One article lies in DIR itself, several each in a folder of its own. */
function folderFor(out: string, { file }: Planned, index: number, count: number): string {
  if (count === 1) return out
  return join(out, `${String(index + 1).padStart(2, '0')}-${basename(file.path, extname(file.path))}`)
}

async function inThrowAwayFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-demo-newsroom-'))
  const throwAway = (): void => rmSync(folder, { recursive: true, force: true })
  const interrupted = (): never => {
    throwAway()
    process.exit(130)
  }
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    return await work(folder)
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    throwAway()
  }
}
