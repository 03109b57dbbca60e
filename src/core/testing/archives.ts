import { join } from 'node:path'

import type { Person } from '#shared/domain/newsroom.ts'
import type { CoreOptions } from '#core/options.ts'
import type { Desktop } from './desktop.ts'
import { openDesktop } from './desktop.ts'
import { enrolLocally } from './enrolLocally.ts'
import { temporaryFolder } from './folder.ts'

export interface OwnDesktop extends Desktop {
  readonly me: Person
}

/** A desktop of `me`, or of a new person, whose desk cannot be reached. */
export async function desktopOf(me?: Person, options: Partial<CoreOptions> = {}): Promise<OwnDesktop> {
  const dataDir = temporaryFolder()
  const person = enrolLocally(dataDir, me)
  return { ...(await openDesktop({ ...options, dataDir })), me: person }
}

/** Writes everything of a desktop into an archive, and answers its path. */
export async function exported({ call }: Desktop): Promise<string> {
  const { file } = await call.archives.export({ file: join(temporaryFolder(), 'library.zip') })
  return file
}

/** Looks into an archive and takes it in. */
export async function imported({ call }: Desktop, file: string) {
  await call.archives.inspect({ file })
  return await call.archives.import({})
}
