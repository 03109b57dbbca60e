import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Asset {
  bytes: Buffer
  type: string
  etag: string
}

export interface Assets {
  styles: Asset
  icon: Asset
}

/** The site's own files: from resources/site of a checkout or of a packaged program, unless a folder is named. */
export function readAssets(folder = findFolder()): Assets {
  const asset = (name: string, type: string): Asset => {
    const bytes = readFileSync(join(folder, name))
    return { bytes, type, etag: etagOf(createHash('sha256').update(bytes).digest('hex')) }
  }
  return { styles: asset('site.css', 'text/css; charset=utf-8'), icon: asset('icon.svg', 'image/svg+xml') }
}

export const etagOf = (hash: string): string => `"${hash}"`

/** Bundling moves this code to another depth, but never out of the program's folder. */
function findFolder(): string {
  let above = import.meta.dirname
  for (;;) {
    const candidate = join(above, 'resources', 'site')
    if (existsSync(candidate)) return candidate
    if (above === dirname(above)) throw new Error(`resources/site not found above ${import.meta.dirname}`)
    above = dirname(above)
  }
}
