import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { temporaryFolder } from '#core/testing/folder.ts'
import type { RunningBackup } from './runner.ts'
import { runBackup } from './runner.ts'

const backup = {
  name: 'galley-000001-20260305T080000Z-v1.db',
  sequence: 1,
  at: '2026-03-05T08:00:00.000Z',
  format: 1,
  bytes: 4096,
}

/** A thread that says that the backup is made, and is never heard of again. */
function silentSecondPlace(): string {
  const program = join(temporaryFolder(), 'silent.mjs')
  writeFileSync(
    program,
    `import { parentPort } from 'node:worker_threads'
     parentPort.postMessage(${JSON.stringify({ made: backup })})
     parentPort.on('message', () => {})`,
  )
  return program
}

it('counts a second place that does not answer as absent: the backup beside the library is made', async () => {
  let patienceEnds: () => void = () => {}
  const asked = Promise.withResolvers<undefined>()
  const running: RunningBackup = runBackup(
    silentSecondPlace(),
    { dataDir: temporaryFolder(), at: 0, second: { folder: '/media/stick', profile: 'linxiao' } },
    (_after, work) => {
      patienceEnds = work
      asked.resolve(undefined)
      return () => {}
    },
  )
  onTestFinished(() => running.stop())
  await asked.promise
  patienceEnds()
  expect(await running.result).toEqual({ backup, second: 'absent' })
})

it('fails when the thread ends without an answer', async () => {
  const program = join(temporaryFolder(), 'gone.mjs')
  writeFileSync(program, '')
  const { result } = runBackup(program, { dataDir: temporaryFolder(), at: 0, second: null }, () => () => {})
  await expect(result).rejects.toMatchObject({ code: 'disconnected' })
})
