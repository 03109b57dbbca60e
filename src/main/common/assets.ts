import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file to serve, by its real path. */
export interface Asset {
  path: string
  mimeType: string
}

/** What the renderer's build contains. Anything else is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The file under `root` that the path of a URL names; `/` is index.html. Null for what is not there, and for every
 * attempt to leave `root`: by `..` in any encoding, by a drive, share or stream name, or through a symbolic link.
 */
export async function findAsset(root: string, urlPath: string): Promise<Asset | null> {
  const parts = safeParts(urlPath)
  if (parts === null) return null
  const file = join(root, ...(parts.length === 0 ? ['index.html'] : parts))
  const mimeType = mimeTypes[extname(file)]
  if (mimeType === undefined) return null
  const path = await realFileInside(root, file)
  return path === null ? null : { path, mimeType }
}

function safeParts(urlPath: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  const parts = decoded.split('/').filter((part) => part !== '')
  // Decoded once and never again: `%252e` stays a name. `:` is a drive or an NTFS stream, `\` a separator of Windows.
  const unsafe = parts.some((part) => part === '.' || part === '..' || /[\\:\0]/.test(part))
  return unsafe ? null : parts
}

/** The real path of `file`, links resolved, if it is a file inside `folder`. */
export async function realFileInside(folder: string, file: string): Promise<string | null> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(file)])
    return path.startsWith(root + sep) && (await stat(path)).isFile() ? path : null
  } catch {
    return null
  }
}
