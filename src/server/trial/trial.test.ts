import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { attributionGaps } from '#shared/domain/attributionRules.ts'
import { MediaHash } from '#shared/domain/ids.ts'
import { placePictures } from '#shared/document/markdown/place.ts'
import { parseArticleFile } from '#shared/document/markdown/read.ts'
import { startServer } from '../app.ts'
import { silentLogger } from '#shared/log.ts'
import { readSample, samplesOf } from './samples.ts'
import { sampleList, trialNewsroom, trialPeople } from './resources.ts'
import { seedTrial, trialSecret } from './seedTrial.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-trial-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const log = silentLogger

describe('the trial newsroom', () => {
  test('is made once, and its people keep their passwords', async () => {
    const secret = await trialSecret(join(folder, 'trial.key'))
    const server = await startServer({ dataDir: folder, host: '127.0.0.1', port: 0, log })
    try {
      const first = await seedTrial(server.newsroom, secret)
      const renamed = { ...(await server.newsroom.newsroom()), name: '改过名的新闻网' }
      await server.newsroom.setNewsroom(renamed)
      const again = await seedTrial(server.newsroom, await trialSecret(join(folder, 'trial.key')))
      expect(again).toEqual(first)
      expect(new Set(first.map(({ password }) => password)).size).toBe(first.length)
      expect((await server.newsroom.newsroom()).name).toBe('改过名的新闻网')
      expect((await server.newsroom.people()).map(({ account }) => account).toSorted()).toEqual(
        first.map(({ account }) => account).toSorted(),
      )
    } finally {
      await server.close()
    }
  })

  test.skipIf(process.platform === 'win32')('keeps its secret from other accounts of the computer', async () => {
    await trialSecret(join(folder, 'trial.key'))
    expect((await stat(join(folder, 'trial.key'))).mode & 0o777).toBe(0o600)
  })

  test('has somebody for every stage of its review, and two people at least to walk an article', async () => {
    const [newsroom, people] = await Promise.all([trialNewsroom(), trialPeople()])
    for (const { roles } of newsroom.stages) {
      expect(people.some((person) => person.roles.some((role) => roles.includes(role)))).toBe(true)
    }
    expect(people[0]?.roles).toContain('reporter')
  })

  test('has a place for every column', async () => {
    const { columns } = await trialNewsroom()
    const ids = columns.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { parentId } of columns) expect(parentId === null || ids.includes(parentId)).toBe(true)
  })
})

describe('the sample articles', () => {
  test('can all be submitted as they are: nothing of their attribution is missing', async () => {
    const newsroom = await trialNewsroom()
    for (const { file } of await sampleList()) {
      const parsed = parseArticleFile(await readSample(file), newsroom)
      const stored = parsed.pictures.map(({ name }) => [name, { media: anyMedia, width: 4, height: 3 }] as const)
      const content = placePictures(parsed, new Map(stored))
      expect(attributionGaps(content, newsroom, '2026-11-23'), file).toEqual([])
    }
  })

  test('show every kind, pictures and each have an author', async () => {
    const people = await trialPeople()
    const newsroom = await trialNewsroom()
    const samples = (await Promise.all(people.map(({ account }) => samplesOf(account)))).flat()
    expect(samples).toHaveLength((await sampleList()).length)
    const parsed = samples.map((sample) => parseArticleFile(sample, newsroom))
    expect(new Set(parsed.map(({ fields }) => fields.kind))).toEqual(new Set(newsroom.kinds))
    expect(parsed.some(({ pictures }) => pictures.length > 0)).toBe(true)
  })
})

const anyMedia = MediaHash.parse('0'.repeat(64))
