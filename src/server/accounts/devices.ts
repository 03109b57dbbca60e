import { importKey } from './keys.ts'
import type { Readable, Writable } from '../storage/open.ts'
import type { Tables } from '../storage/schema.ts'
import type { DeviceId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { GalleyError } from '#shared/rpc/errors.ts'

export type Device = Tables['devices']

export async function findDevice(read: Readable, id: DeviceId): Promise<Device | null> {
  return (await read.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Enrolling the same key for the same person again changes nothing, so an answer that was lost may be asked for again. */
export async function enrolDevice(tx: Writable, device: Omit<Device, 'revokedAt'>): Promise<void> {
  if (importKey(device.publicKey) === null) throw new GalleyError('invalid_input', { path: 'publicKey' })
  const known = await findDevice(tx, device.id)
  if (known === null) {
    await tx
      .insertInto('devices')
      .values({ ...device, revokedAt: null })
      .execute()
    return
  }
  const same = known.personId === device.personId && known.publicKey === device.publicKey && known.revokedAt === null
  if (!same) throw new GalleyError('conflict', { deviceId: device.id })
}

/** Tokens and signatures of the device end at once. See desk/revocation.ts for signatures that it made before. */
export async function revokeDevice(tx: Writable, id: DeviceId, at: Instant): Promise<void> {
  await tx.updateTable('devices').set({ revokedAt: at }).where('id', '=', id).where('revokedAt', 'is', null).execute()
}
