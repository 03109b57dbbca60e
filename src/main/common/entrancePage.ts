import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A way into a loopback address for a browser that is started from here. */
export interface EntrancePage {
  /** Of a file: it may stand on a command line. */
  readonly url: string
  remove(): Promise<void>
}

/**
 * Writes a page that leads to `address`, readable for this account alone. A command line shows every account of this
 * machine what stands on it, and the address has a token.
 */
export async function writeEntrancePage(folder: string, address: string): Promise<EntrancePage> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // Its own folder is for this account alone, whatever `folder` is.
  const own = await mkdtemp(join(folder, 'entrance-'))
  const file = join(own, 'index.html')
  const { href } = new URL(address)
  const page = `<!doctype html><meta charset="utf-8"><title>清样</title><meta http-equiv="refresh" content="0; url=${escape(href)}">\n`
  await writeFile(file, page, { mode: 0o600 })
  return { url: pathToFileURL(file).href, remove: () => rm(own, { recursive: true, force: true }) }
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
