import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

import type { SecretStore } from '#core/secrets.ts'

/** How values are written down: encrypted by the keychain, or as they are. */
export interface Sealing {
  readonly seal: (value: string) => Promise<string>
  readonly unseal: (sealed: string) => Promise<string>
}

const unsealed: Sealing = { seal: async (value) => value, unseal: async (value) => value }

const Secrets = z.record(z.string(), z.string())

/**
 * Secrets in a file that only this account may read. Unsealed for the trial newsroom and for development, where nothing
 * that is signed counts.
 */
export function secretsFile(file: string, { seal, unseal }: Sealing = unsealed): SecretStore {
  let writing: Promise<void> = Promise.resolve()
  return {
    async get(name) {
      const sealed = (await read(file))[name]
      return sealed === undefined ? null : await unseal(sealed)
    },
    set(name, value) {
      const write = async (): Promise<void> => {
        const sealed = await seal(value)
        await replace(file, { ...(await read(file)), [name]: sealed })
      }
      // One after the other, each on top of what the last one wrote.
      writing = writing.then(write, write)
      return writing
    },
  }
}

async function read(file: string): Promise<Record<string, string>> {
  try {
    return Secrets.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

/** Whole or not at all, also when the power goes: a lost key is a desktop that has to enrol again. */
async function replace(file: string, secrets: Record<string, string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.new`
  const handle = await open(temporary, 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(secrets))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
}
