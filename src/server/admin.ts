import { hashPassword } from './accounts/passwords.ts'
import { addPerson, allPeople } from './accounts/people.ts'
import { changed } from './desk/changeLog.ts'
import { readNewsroom, writeNewsroom } from './desk/newsroom.ts'
import type { RecordCheck } from './desk/record.ts'
import { verifyRecord } from './desk/record.ts'
import { withdrawTrust } from './desk/revocation.ts'
import type { Store } from './storage/open.ts'
import type { DeviceId } from '#shared/domain/ids.ts'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import type { Clock } from '#shared/domain/time.ts'

export interface NewPerson extends Omit<Person, 'id'> {
  password: string
}

/** What an administrator does, from the machine that the server runs on. */
export interface NewsroomAdmin {
  newsroom(): Promise<Newsroom>
  setNewsroom(newsroom: Newsroom): Promise<void>
  people(): Promise<Person[]>
  /** Throws `conflict` for an account that is taken. */
  createPerson(person: NewPerson): Promise<Person>
  /** Articles that wait on a verdict of the device go back to their authors. Throws `not_found`. */
  revokeDevice(id: DeviceId): Promise<void>
  /** Recomputes the hash chain of the newsroom's record. */
  verifyRecord(): Promise<RecordCheck>
}

export function newsroomAdmin(store: Store, clock: Clock): NewsroomAdmin {
  return {
    newsroom: () => store.read(readNewsroom),
    setNewsroom: (newsroom) => store.write((tx) => writeNewsroom(tx, newsroom)),
    people: () => store.read(allPeople),
    async createPerson({ password, ...person }) {
      const passwordHash = await hashPassword(password)
      return store.write(async (tx) => {
        const added = await addPerson(tx, person, passwordHash)
        await changed(tx, null)
        return added
      })
    },
    revokeDevice: (id) => store.write((tx) => withdrawTrust(tx, id, clock())),
    verifyRecord: () => store.read(verifyRecord),
  }
}
