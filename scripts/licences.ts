import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { incompatible, renderList, renderNotices } from './licences/licences.ts'
import { readLock, shipped } from './licences/lock.ts'

/**
 * `npm run licences` writes THIRD_PARTY_LICENCES.md and fails when a licence does not fit; a test compares the file.
 * `--notices <file>` writes the texts of all licences instead: packaging puts them into the program.
 */
const { values } = parseArgs({ options: { notices: { type: 'string' } } })

const packages = shipped(readLock())
const refused = incompatible(packages)
for (const { name, version, licence } of refused) {
  console.error(`${name} ${version}: ${licence ?? 'no licence named'} does not fit an MIT-licensed program`)
}
if (refused.length > 0) process.exit(1)

if (values.notices) writeFileSync(values.notices, renderNotices(packages))
else writeFileSync('THIRD_PARTY_LICENCES.md', renderList(packages))
console.log(`${packages.length} packages, all licences fit`)
