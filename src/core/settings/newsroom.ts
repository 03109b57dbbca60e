import type { z } from 'zod'

import type { desk } from '#shared/protocol/routes.ts'
import type { WritableDb } from '../db/handles.ts'
import { readSetting, writeSetting } from './repository.ts'

type Answer = z.output<typeof desk.newsroom.response>

/** Keeps what the desk says of itself and of the person at this desktop, whose roles may have changed. */
export function storeNewsroom(tx: WritableDb, { me, ...newsroom }: Answer): void {
  writeSetting(tx, 'newsroom', newsroom)
  const enrolment = readSetting(tx, 'enrolment')
  if (enrolment !== undefined && enrolment.person.id === me.id)
    writeSetting(tx, 'enrolment', { ...enrolment, person: me })
}
