import { join } from 'node:path'
import { safeStorage } from 'electron'

import type { Logger } from '#shared/log.ts'
import type { SecretStore } from '#core/secrets.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

import type { Sealing } from '../common/secretsFile.ts'
import { secretsFile } from '../common/secretsFile.ts'

/**
 * Where the private key of a profile's device is kept. At a real desk it is encrypted with a key from the system's
 * keychain. The trial newsroom, whose signatures bind nobody, and a developer who sets GALLEY_KEYSTORE=file do without.
 */
export function secretStore(dataDir: string, trial: boolean, log: Logger): SecretStore {
  if (trial || process.env['GALLEY_KEYSTORE'] === 'file') {
    log.warn('device keys are kept in a file and not in the keychain', { dataDir })
    return secretsFile(join(dataDir, 'secrets.json'))
  }
  return secretsFile(join(dataDir, 'secrets.sealed.json'), keychain)
}

const keychain: Sealing = {
  async seal(value) {
    await requireKeychain()
    return (await closed(safeStorage.encryptStringAsync(value))).toString('base64')
  },
  async unseal(sealed) {
    await requireKeychain()
    return (await closed(safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64')))).result
  },
}

/** `basic_text` is what Linux falls back to without a keyring: a fixed password that protects nothing. */
async function requireKeychain(): Promise<void> {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system'
  if (backend === 'basic_text' || !(await closed(safeStorage.isAsyncEncryptionAvailable()))) {
    throw new GalleyError('keychain_unavailable', { backend })
  }
}

/** A keychain that fails is one that is not there: what was to be sealed is not written down. */
async function closed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new GalleyError('keychain_unavailable', {}, { cause: error })
  }
}
