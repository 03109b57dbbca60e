import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { silentLogger } from '#shared/log.ts'
import { startServer } from '#server/app.ts'
import type { RunningServer } from '#server/app.ts'
import { trialNewsroom, trialPeople } from '#server/trial/resources.ts'
import { findColumn } from '#shared/document/markdown/columns.ts'
import { newsroomOf } from '#shared/document/markdown/read.ts'
import type { Column, Newsroom } from '#shared/domain/newsroom.ts'
import type { Role } from '#shared/domain/roles.ts'
import type { Credentials } from './desktop.ts'
import type { DemoFile } from './files.ts'
import { inFile } from './files.ts'

/**
 * The trial newsroom, made to fit the articles: with the name that the first original gives as its own source, with the
 * columns that the files name, with one stage of review (there are two desktops), and with a warning where a real
 * newsroom would stop a reprint from a source that is not on its list.
 */
export async function newsroomFor(files: readonly DemoFile[], extraColumn: string): Promise<Newsroom> {
  const trial = await trialNewsroom()
  const named = files.map((file) => inFile(file.path, () => newsroomOf(file)))
  const columns = [...trial.columns]
  for (const column of [...named.map(({ column }) => column), extraColumn]) addColumn(columns, column ?? '')
  const name = named.find(({ ownSource }) => ownSource !== null)?.ownSource ?? trial.name
  return {
    ...trial,
    ...(name === trial.name ? {} : renamed(trial)),
    name,
    columns,
    stages: trial.stages.slice(-1),
    rules: { ...trial.rules, unlistedReprint: 'warn' },
  }
}

/** Contacts of the trial newsroom would be wrong under another name. */
const renamed = ({ notices, footer }: Newsroom): Pick<Newsroom, 'notices' | 'footer'> => ({
  notices: { ...notices, contact: 'rights@newsroom.example' },
  footer: { ...footer, contacts: ['report@newsroom.example'] },
})

function addColumn(columns: Column[], path: string): void {
  if (path.trim() === '' || findColumn(columns, path) !== null) return
  const names = path
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  let parentId: string | null = null
  for (const depth of names.keys()) {
    const known = findColumn(columns, names.slice(0, depth + 1).join('/'))
    const id: string = known?.id ?? `demo-${columns.length + 1}`
    if (known === null) columns.push({ id, name: names[depth] ?? '', parentId })
    parentId = id
  }
}

export interface DemoServer extends Omit<RunningServer, 'newsroom'> {
  admin: RunningServer['newsroom']
  writer: Credentials
  chief: Credentials
  /** Reads the record of what happened; takes no part in it. */
  auditor: Credentials
}

/** The newsroom's publishing server on the loopback interface, with its people. */
export async function startNewsroom(folder: string, newsroom: Newsroom): Promise<DemoServer> {
  const server = await startServer({ dataDir: join(folder, 'server'), host: '127.0.0.1', port: 0, log: silentLogger })
  const { newsroom: admin, ...rest } = server
  await admin.setNewsroom(newsroom)
  const people = await trialPeople()
  const create = async (role: Role): Promise<Credentials> => {
    const person = people.find(({ roles }) => roles.includes(role))
    if (person === undefined) throw new Error(`the trial newsroom has no ${role}`)
    const password = randomBytes(18).toString('base64url')
    await admin.createPerson({ ...person, password })
    return { account: person.account, name: person.name, password, serverUrl: server.url }
  }
  return {
    ...rest,
    admin,
    writer: await create('reporter'),
    chief: await create('chiefEditor'),
    auditor: await create('administrator'),
  }
}
