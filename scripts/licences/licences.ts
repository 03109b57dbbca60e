import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShippedPackage } from './lock.ts'

/** Licences whose conditions are met by shipping their text along, which `npm run package` does. */
const compatible = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** SPDX expressions as packages use them: `MIT`, `(MIT OR Apache-2.0)`, `MIT AND ISC`; anything cleverer is refused. */
export function isCompatible(expression: string | null): boolean {
  if (expression === null) return false
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isCompatible)
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isCompatible)
  return compatible.has(bare)
}

/**
 * libvips, as sharp's authors build it. The LGPL fits a program under another licence that loads the library from a
 * file of its own, which anybody may replace (electron-builder.yml leaves it outside of the archive), and ships its
 * notices and licence (resources/licences). That holds for these packages alone, so they are named.
 */
const replaceable = /^@img\/sharp-(libvips-.+|win32-.+|.*wasm32)$/

const fits = ({ name, licence }: ShippedPackage): boolean =>
  isCompatible(replaceable.test(name) ? (licence?.replace('LGPL-3.0-or-later', 'MIT') ?? null) : licence)

export const incompatible = (packages: readonly ShippedPackage[]): ShippedPackage[] =>
  packages.filter((shipped) => !fits(shipped))

/** THIRD_PARTY_LICENCES.md. */
export function renderList(packages: readonly ShippedPackage[]): string {
  return [
    '# Third-party licences',
    '',
    'What a package of Galley contains besides Galley, written by `npm run licences`. The texts of the licences are in',
    '`THIRD_PARTY_NOTICES.txt` inside each package; Electron adds those of Chromium and Node.',
    '',
    '| Package | Version | Licence |',
    '| --- | --- | --- |',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence ?? 'none named'} |`),
    '',
  ].join('\n')
}

/** THIRD_PARTY_NOTICES.txt: the licence text and notice of each, as the licences themselves demand. */
export function renderNotices(packages: readonly ShippedPackage[]): string {
  return packages
    .map(({ name, version, licence, path }) => {
      // What libvips is made of, and under which licences, stands in its package's README.
      const wanted = replaceable.test(name) ? /^(licen[cs]e|readme)/i : /^(licen[cs]e|copying|notice)/i
      const texts = existsSync(path)
        ? readdirSync(path)
            .filter((file) => wanted.test(file))
            .map((file) => readFileSync(join(path, file), 'utf8').trim())
        : []
      return [`${name} ${version} (${licence ?? 'no licence named'})`, '-'.repeat(80), ...texts, ''].join('\n')
    })
    .join('\n')
}
