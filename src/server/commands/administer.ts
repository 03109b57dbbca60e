import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { z } from 'zod'

import type { NewsroomAdmin } from '../admin.ts'
import { newsroomAdmin } from '../admin.ts'
import type { Settings } from '../settings/settings.ts'
import { SettingsError } from '../settings/settings.ts'
import { backUp } from '../storage/backup.ts'
import { openStore } from '../storage/open.ts'
import { DeviceId } from '#shared/domain/ids.ts'
import { Role } from '#shared/domain/roles.ts'

type Say = (line: string) => void

const NewPerson = z.object({
  account: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  roles: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(Role).min(1)),
})

/** Adds a person; the password comes from the environment, where no list of processes shows it, or is made up. */
export async function addPerson(settings: Settings, given: unknown, password: string | undefined, say: Say) {
  const parsed = NewPerson.safeParse(given)
  if (!parsed.success) {
    const roles = Role.options.join(', ')
    throw new SettingsError(`add-person needs --account, --name and --roles (any of ${roles}, separated by commas)`)
  }
  const madeUp = randomBytes(12).toString('base64url')
  const person = await withAdmin(settings, (admin) =>
    admin.createPerson({ ...parsed.data, password: password ?? madeUp }),
  )
  say(`${person.account} (${person.name}) may sign in${password === undefined ? ` with the password ${madeUp}` : ''}`)
}

export async function revokeDevice(settings: Settings, id: string | undefined, say: Say): Promise<void> {
  const deviceId = DeviceId.safeParse(id)
  if (!deviceId.success) throw new SettingsError('revoke-device needs the id of a device, as the record names it')
  await withAdmin(settings, (admin) => admin.revokeDevice(deviceId.data))
  say(`${deviceId.data} can neither sign in nor sign any more`)
}

/** Whether the record is what was written. Says where it breaks, and the hash to keep elsewhere when it does not. */
export async function checkRecord(settings: Settings, say: Say): Promise<boolean> {
  const { entries, head, brokenAt } = await withAdmin(settings, (admin) => admin.verifyRecord())
  say(brokenAt === null ? `${entries} entries, whole; the last hash is ${head}` : `broken at entry ${brokenAt}`)
  return brokenAt === null
}

export async function backUpTo(settings: Settings, target: string | undefined, say: Say): Promise<void> {
  if (target === undefined) throw new SettingsError('backup needs the file to write to')
  await backUp(join(settings.dataDir, 'desk.sqlite'), target)
  say(`${resolve(target)} is written. Copy ${resolve(settings.dataDir, 'media')} beside it now.`)
}

async function withAdmin<T>({ dataDir }: Settings, act: (admin: NewsroomAdmin) => Promise<T>): Promise<T> {
  const store = openStore(join(dataDir, 'desk.sqlite'))
  try {
    return await act(newsroomAdmin(store, () => new Date()))
  } finally {
    await store.close()
  }
}
