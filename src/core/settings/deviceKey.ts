import type { KeyObject } from 'node:crypto'
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'

import { PublicKey } from '#shared/protocol/routes.ts'
import type { DeviceId } from '#shared/domain/ids.ts'
import { GalleyError } from '#shared/rpc/errors.ts'
import type { SecretStore } from '../secrets.ts'

const secretName = (deviceId: DeviceId): string => `device-key:${deviceId}`

/**
 * Makes the Ed25519 key pair of a desktop and answers the public half, base64url of its 32 bytes. The private half goes
 * into the keychain and nowhere else. Throws `keychain_unavailable`.
 */
export async function makeDeviceKey(secrets: SecretStore, deviceId: DeviceId): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  await secrets.set(secretName(deviceId), pkcs8)
  return PublicKey.parse(publicKey.export({ format: 'jwk' }).x)
}

/** Signs in the name of a desktop. Asks the keychain once and keeps the key in memory while the program runs. */
export class DeviceSigner {
  readonly #secrets: SecretStore
  readonly #keys = new Map<DeviceId, KeyObject>()

  constructor(secrets: SecretStore) {
    this.#secrets = secrets
  }

  /** Base64url of the Ed25519 signature. Throws `keychain_unavailable`, also when the key has gone from the keychain. */
  async sign(deviceId: DeviceId, bytes: Uint8Array): Promise<string> {
    const key = this.#keys.get(deviceId) ?? (await this.#load(deviceId))
    this.#keys.set(deviceId, key)
    return sign(null, bytes, key).toString('base64url')
  }

  async #load(deviceId: DeviceId): Promise<KeyObject> {
    const pkcs8 = await this.#secrets.get(secretName(deviceId))
    if (pkcs8 === null) throw new GalleyError('keychain_unavailable', { reason: 'key missing', deviceId })
    return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), type: 'pkcs8', format: 'der' })
  }
}
