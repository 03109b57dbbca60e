import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'

import { silentLogger } from '#shared/log.ts'
import type { PicturesChild } from './child.ts'
import { forkPictures } from './fork.ts'
import type { KeepPicturesOptions } from './keep.ts'
import { keepPictures } from './keep.ts'
import { noise } from './testing/samples.ts'

async function picture(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-keep-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'picture')
  writeFileSync(path, await noise(20, 10).png().toBuffer())
  return path
}

function keep(launch: () => PicturesChild, after?: KeepPicturesOptions['after']) {
  const pictures = keepPictures({ launch, log: silentLogger, ...(after === undefined ? {} : { after }) })
  onTestFinished(() => pictures.close())
  return pictures
}

/** Loads, and then says nothing more. */
function stuck(): PicturesChild & { killed: boolean } {
  const { promise: exited, resolve } = Promise.withResolvers<void>()
  let answer: (message: unknown) => void = () => undefined
  const child = {
    killed: false,
    port: {
      post(message: unknown) {
        const { id, method } = message as { id: number; method: string }
        if (method === 'decoder.ready') answer({ t: 'ok', id, output: {} })
      },
      onMessage: (listener: (message: unknown) => void) => void (answer = listener),
      onClose: () => undefined,
      close: () => undefined,
    },
    exited,
    kill() {
      child.killed = true
      resolve()
    },
  }
  return child
}

it('decodes in a process of its own', async () => {
  const path = await picture()
  expect(await keep(() => forkPictures()).inspect({ path })).toMatchObject({ mimeType: 'image/png', width: 20 })
})

it('is started by the first picture and not before', async () => {
  let launched = 0
  const pictures = keep(() => {
    launched += 1
    return forkPictures()
  })
  expect(launched).toBe(0)
  const path = await picture()
  await Promise.all([pictures.inspect({ path }), pictures.inspect({ path })])
  expect(launched).toBe(1)
})

it('refuses the picture over which it turns in circles, and takes the next with a new process', async () => {
  const first = stuck()
  const children = [first]
  const alarms: (() => void)[] = []
  const pictures = keep(
    () => children.shift() ?? forkPictures(),
    (_, work) => {
      alarms.push(work)
      return () => undefined
    },
  )
  const path = await picture()
  const both = Promise.allSettled([pictures.inspect({ path }), pictures.inspect({ path })])
  await vi.waitFor(() => expect(alarms).toHaveLength(1))
  alarms[0]?.()
  const [bad, good] = await both
  expect(bad).toMatchObject({ reason: { code: 'media_unsupported', details: { reason: 'damaged' } } })
  expect(first.killed).toBe(true)
  expect(good).toMatchObject({ value: { mimeType: 'image/png' } })
})

it('refuses the picture over which it dies, and takes the next with a new process', async () => {
  const first = stuck()
  const children = [first]
  const pictures = keep(() => children.shift() ?? forkPictures())
  const path = await picture()
  const bad = pictures.inspect({ path })
  const good = pictures.inspect({ path })
  first.kill()
  await expect(bad).rejects.toMatchObject({ code: 'media_unsupported' })
  await expect(good).resolves.toMatchObject({ width: 20 })
})

it('says that it is not to be had where it cannot start, and tries again with the next picture', async () => {
  const path = await picture()
  const children = [forkPictures('/nowhere/decoder.js')]
  const pictures = keep(() => children.shift() ?? forkPictures())
  await expect(pictures.inspect({ path })).rejects.toMatchObject({ code: 'decoder_unavailable' })
  await expect(pictures.inspect({ path })).resolves.toMatchObject({ width: 20 })
})
