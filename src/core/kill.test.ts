import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { expect, it, onTestFinished } from 'vitest'

import type { CoreCalls } from '#shared/contract/core.ts'
import { coreContract } from '#shared/contract/core.ts'
import { paragraph } from '#shared/document/make.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import { createClient } from '#shared/rpc/client.ts'
import { portTransport } from '#shared/rpc/messagePort.ts'
import { put } from './testing/articles.ts'
import { enrolLocally } from './testing/enrolLocally.ts'
import { temporaryFolder } from './testing/folder.ts'

const program = fileURLToPath(new URL('testing/coreProcess.ts', import.meta.url))

interface Running {
  process: ChildProcess
  call: CoreCalls
}

async function run(dataDir: string): Promise<Running> {
  const child = fork(program, [dataDir], { serialization: 'advanced' })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  const transport = portTransport({
    post: (message) => child.send(message as object, () => {}),
    onMessage: (listener) => child.on('message', listener),
    onClose: (listener) => child.on('exit', listener),
    close: () => child.kill(),
  })
  return { process: child, call: createClient(coreContract, transport).call }
}

async function kill({ process }: Running): Promise<void> {
  process.kill('SIGKILL')
  await once(process, 'exit')
}

/** Paragraphs of 4 kB: the journal outgrows the snapshot several times, so that kills meet foldings too. */
const text = (n: number) => `${n} ${'清'.repeat(1300)}`

/** Types one paragraph after another without waiting for answers, and kills core when so many were acknowledged. */
async function typeUntilKilled(
  core: Running,
  articleId: ArticleId,
  from: number,
  acknowledge: number,
): Promise<Set<number>> {
  const acknowledged = new Set<number>()
  const steps: Promise<unknown>[] = []
  for (let n = from; n < from + 40; n += 1) {
    const step = core.call.articles.journal({ articleId, step: randomUUID(), ops: [put(paragraph(text(n)))] })
    steps.push(
      step.then(
        () => {
          acknowledged.add(n)
          if (acknowledged.size === acknowledge) core.process.kill('SIGKILL')
        },
        () => {},
      ),
    )
  }
  await Promise.all(steps)
  return acknowledged
}

it('loses nothing that was acknowledged when it is killed at any moment', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  let core = await run(dataDir)
  const { articleId } = await core.call.articles.create({ kind: 'original' })
  const saved = new Set<number>()
  for (const [round, acknowledge] of [1, 7, 23, 36].entries()) {
    for (const n of await typeUntilKilled(core, articleId, round * 100, acknowledge)) saved.add(n)
    if (core.process.exitCode === null && core.process.signalCode === null) await once(core.process, 'exit')
    core = await run(dataDir)
    const { content } = await core.call.articles.open({ articleId })
    const found = content.blocks.map((block) => Number.parseInt(JSON.stringify(block).split('"text":"')[1] ?? '', 10))
    expect(new Set(found).size).toBe(found.length)
    expect([...saved].filter((n) => !found.includes(n))).toEqual([])
  }
  expect(saved.size).toBeGreaterThanOrEqual(67)
  await kill(core)
})

it('takes the same step again after the answer to it was lost, and has it once', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder()
  enrolLocally(dataDir)
  const first = await run(dataDir)
  const { articleId } = await first.call.articles.create({ kind: 'original' })
  const step = { articleId, step: randomUUID(), ops: [put(paragraph(text(1)))] }
  const saved = await first.call.articles.journal(step)
  await kill(first)
  const second = await run(dataDir)
  expect(await second.call.articles.journal(step)).toEqual(saved)
  expect((await second.call.articles.open({ articleId })).version).toBe(saved.version)
  await kill(second)
})
