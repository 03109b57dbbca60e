import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { inspect } from '#pictures/decode/inspect.ts'
import { say } from '#main/common/language.ts'
import { readSample } from '#server/trial/samples.ts'
import { sampleList } from '#server/trial/resources.ts'
import { importError } from '#shared/document/markdown/problem.ts'
import { attachmentNames, parseArticleFile } from '#shared/document/markdown/read.ts'
import type { ParsedArticle } from '#shared/document/markdown/types.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { errorText } from '#shared/messages/errorText.ts'
import { GalleyError, isGalleyError } from '#shared/rpc/errors.ts'
import { DemoFailure } from './failure.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** An article of the command line, read whole with the files beside it. */
export interface DemoFile {
  /** As it was given. */
  path: string
  fileName: string
  bytes: Bytes
  attachments: { name: string; bytes: Bytes }[]
}

export const loadFiles = (paths: readonly string[]): Promise<DemoFile[]> =>
  paths.length === 0 ? bundled() : Promise.all(paths.map(loadFile))

async function bundled(): Promise<DemoFile[]> {
  const [first] = await sampleList()
  if (first === undefined) throw new Error('the trial newsroom has no samples')
  return [{ path: first.file, ...(await readSample(first.file)) }]
}

async function loadFile(path: string): Promise<DemoFile> {
  const fileName = basename(path)
  const bytes = await read(path, path)
  const attachments: DemoFile['attachments'] = []
  for (const { name, line, field } of inFile(path, () => attachmentNames({ fileName, bytes }))) {
    const missing = importError({ line, field }, 'missingFile', { value: name })
    attachments.push({ name, bytes: await read(path, join(dirname(path), name), missing) })
  }
  return { path, fileName, bytes, attachments }
}

async function read(article: string, path: string, otherwise?: GalleyError): Promise<Bytes> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (otherwise !== undefined) throw wrongIn(article, otherwise)
    const detail = error instanceof Error ? error.message : String(error)
    throw new DemoFailure('input', say('demo.unreadable', { file: article, detail }), { file: article })
  }
}

/** The article as core will import it, and every picture looked at, before anything is started. */
export async function parseFile(file: DemoFile, newsroom: Newsroom): Promise<ParsedArticle> {
  const parsed = inFile(file.path, () => parseArticleFile(file, newsroom))
  for (const { name, line, bytes } of parsed.pictures) {
    const isPicture = await looksLikePicture(bytes)
    if (!isPicture)
      throw wrongIn(file.path, importError({ line, field: 'body' }, 'pictureUnsupported', { value: name }))
  }
  return parsed
}

async function looksLikePicture(bytes: Uint8Array): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-demo-'))
  const path = join(folder, 'picture')
  try {
    await writeFile(path, bytes)
    await inspect(path)
    return true
  } catch (error) {
    if (!isGalleyError(error)) throw error
    return false
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Says in which file something is wrong. */
export function inFile<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof GalleyError) throw wrongIn(path, error)
    throw error
  }
}

const wrongIn = (file: string, error: GalleyError): DemoFailure =>
  new DemoFailure('input', say('demo.inFile', { file, text: errorText(error, say) }), {
    file,
    code: error.code,
    ...error.details,
  })
