import { findDevice } from '../accounts/devices.ts'
import { isSignedBy } from '../accounts/keys.ts'
import type { Readable } from '../storage/open.ts'
import type { SignedVerdict } from '#shared/domain/verdict.ts'
import { statementBytes } from '#shared/domain/verdict.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

/**
 * Whether a verdict was signed by a device that its person enrolled and that is still trusted. What is verified is the
 * canonical form of the statement as it was parsed, and the parsed statement is what is judged and stored: a request
 * that says a key twice is read one way only, and its signature holds for that reading or not at all. Throws
 * `bad_signature` or `revoked_key`.
 */
export async function verifyVerdict(read: Readable, { statement, signature }: SignedVerdict): Promise<void> {
  const device = await findDevice(read, statement.deviceId)
  if (device === null || device.personId !== statement.personId) {
    throw new GalleyError('bad_signature', { reason: 'device', deviceId: statement.deviceId })
  }
  if (device.revokedAt !== null) throw new GalleyError('revoked_key', { deviceId: device.id })
  if (!isSignedBy(device.publicKey, statementBytes(statement), signature)) {
    throw new GalleyError('bad_signature', { reason: 'signature' })
  }
}
