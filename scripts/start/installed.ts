import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Package = z.object({
  version: z.string().optional(),
  /** For another system, perhaps: npm may have left it out. */
  optional: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  link: z.boolean().optional(),
})
const Lock = z.object({ packages: z.record(z.string(), Package) })

/**
 * The first dependency of the lock file in `root` that is not installed in the version named there; null when all are.
 * npm notes what it has installed, so two files are read and no folder is looked into. What cannot be read is not
 * judged: it only helps a person who has pulled.
 */
export function notInstalled(root: string): string | null {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return null
  const wanted = readLock(join(root, 'package-lock.json'))
  const installed = readLock(noted)
  if (wanted === null || installed === null) return null
  const missing = Object.entries(wanted).find(([path, { version, optional, devOptional, link }]) => {
    if (path === '' || link === true) return false
    const there = installed[path]
    if (there === undefined) return optional !== true && devOptional !== true
    return there.version !== version
  })
  return missing === undefined ? null : missing[0].replace(/^.*node_modules\//, '')
}

function readLock(file: string): z.infer<typeof Lock>['packages'] | null {
  try {
    return Lock.parse(JSON.parse(readFileSync(file, 'utf8'))).packages
  } catch {
    return null
  }
}
