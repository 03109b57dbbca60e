import type { KeyObject } from 'node:crypto'
import { createPublicKey, verify } from 'node:crypto'

/**
 * Whether `signature` over `bytes` was made with the private half of `publicKey`. Both are base64url, of 64 and of 32
 * raw bytes. A key that is no point of the curve verifies nothing.
 */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  const key = importKey(publicKey)
  return key !== null && verify(null, bytes, key, Buffer.from(signature, 'base64url'))
}

export function importKey(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey } })
  } catch {
    return null
  }
}
