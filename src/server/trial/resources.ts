import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

import { Newsroom, Person } from '#shared/domain/newsroom.ts'

/**
 * The folder of the trial newsroom's content. This file runs from src/server/trial in a checkout, and bundled from
 * out/main (inside the archive of a packed program): `resources` is in the first folder above that has it.
 */
const folder = folderAbove(import.meta.dirname, join('resources', 'trial'))

function folderAbove(start: string, wanted: string): string {
  for (let above = start; ; above = dirname(above)) {
    const candidate = join(above, wanted)
    if (existsSync(candidate)) return candidate
    if (dirname(above) === above) throw new Error(`${wanted} is neither in ${start} nor above it`)
  }
}

const Sample = z.object({ file: z.string(), author: z.string() })
export type Sample = z.infer<typeof Sample>

export const trialNewsroom = async (): Promise<Newsroom> => Newsroom.parse(await readJson('newsroom.json'))

/** The first of them is who a newcomer is. */
export const trialPeople = async (): Promise<Omit<Person, 'id'>[]> =>
  z
    .array(Person.omit({ id: true }))
    .min(1)
    .parse(await readJson('people.json'))

export const sampleList = async (): Promise<Sample[]> => z.array(Sample).parse(await readJson('samples.json'))

/** A sample article, or a file beside it. */
export const sampleBytes = (name: string): Promise<Buffer> => readFile(join(folder, 'articles', name))

const readJson = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))
