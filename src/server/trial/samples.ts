import { attachmentNames } from '#shared/document/markdown/read.ts'
import { sampleBytes, sampleList } from './resources.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What `articles.importFile` takes. */
export interface SampleFile {
  fileName: string
  bytes: Bytes
  attachments: { name: string; bytes: Bytes }[]
}

/** The sample articles that a person of the trial newsroom is the author of, ready to be imported at their desktop. */
export async function samplesOf(account: string): Promise<SampleFile[]> {
  const mine = (await sampleList()).filter(({ author }) => author === account)
  return Promise.all(mine.map(({ file }) => readSample(file)))
}

/** One sample with the files beside it. */
export async function readSample(fileName: string): Promise<SampleFile> {
  const bytes = plain(await sampleBytes(fileName))
  const beside = attachmentNames({ fileName, bytes }).map(async ({ name }) => ({
    name,
    bytes: plain(await sampleBytes(name)),
  }))
  return { fileName, bytes, attachments: await Promise.all(beside) }
}

/** A Buffer may be a window on shared memory, and not every transport carries that. */
const plain = (buffer: Buffer): Bytes => new Uint8Array(buffer)
