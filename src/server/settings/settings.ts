import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'

/** Where the site is for readers: an origin, so that every address below it is the server's to give. */
const SiteUrl = z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).pathname === '/', 'must be an origin')

const Administrator = z.strictObject({
  account: z.string().min(1).max(100).default('admin'),
  name: z.string().min(1).max(100).default('Administrator'),
  password: z.string().min(1).max(500).optional(),
})

export const Settings = z.strictObject({
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(8470),
  dataDir: z.string().min(1).default('.galley/server'),
  siteUrl: SiteUrl.optional(),
  /** JSON file with the newsroom's settings, applied at every start. */
  newsroomFile: z.string().min(1).optional(),
  trustProxy: z.array(z.string().min(1)).default([]),
  administrator: Administrator.default(() => Administrator.parse({})),
})
export type Settings = z.infer<typeof Settings>

/** Settings that cannot be used; the message says in words what to set. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

type Environment = Readonly<Record<string, string | undefined>>

/** The settings of a file, overridden by the environment. Paths in the file start from the file. */
export function readSettings(file: string | undefined, environment: Environment): Settings {
  const path = file ?? environment['GALLEY_SERVER_CONFIG']
  const merged = merge(path === undefined ? {} : readFile(path), fromEnvironment(environment))
  const result = Settings.safeParse(merged)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `  ${path.join('.') || '(top level)'}: ${message}`)
  throw new SettingsError(['These settings cannot be used:', ...problems].join('\n'))
}

type Given = Record<string, unknown>

function readFile(path: string): Given {
  const given = z.record(z.string(), z.unknown()).safeParse(readJson(path))
  if (!given.success) throw new SettingsError(`${path} has to hold one JSON object.`)
  const placed = { ...given.data }
  for (const key of ['dataDir', 'newsroomFile']) {
    const value = placed[key]
    if (typeof value === 'string') placed[key] = resolve(dirname(path), value)
  }
  return placed
}

/** Throws a `SettingsError` that names the file. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new SettingsError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function fromEnvironment(environment: Environment): Given {
  const of = (name: string): string | undefined => environment[`GALLEY_SERVER_${name}`] || undefined
  return {
    host: of('HOST'),
    port: of('PORT'),
    dataDir: of('DATA'),
    siteUrl: of('SITE_URL'),
    newsroomFile: of('NEWSROOM'),
    trustProxy: of('TRUST_PROXY')
      ?.split(',')
      .map((address) => address.trim()),
    administrator: { account: of('ADMIN_ACCOUNT'), name: of('ADMIN_NAME'), password: of('ADMIN_PASSWORD') },
  }
}

/** What the environment does not say is left to the file, one level deep. */
function merge(file: Given, environment: Given): Given {
  const merged = { ...file }
  for (const [key, value] of Object.entries(environment)) {
    if (value === undefined) continue
    merged[key] = isGiven(value) ? merge(isGiven(file[key]) ? file[key] : {}, value) : value
  }
  return merged
}

const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)
