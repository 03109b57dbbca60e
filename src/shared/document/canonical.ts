import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** JSON in the one form of RFC 8785, as UTF-8: what is hashed and signed. */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return utf8ToBytes(text)
}

/** Lower-case hex SHA-256 of the canonical form. */
export const canonicalHash = (value: unknown): string => bytesToHex(sha256(canonicalBytes(value)))
