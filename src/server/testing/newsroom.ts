import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

import { hashPassword } from '../accounts/passwords.ts'
import { addPerson, allPeople } from '../accounts/people.ts'
import type { RunningServer, ServerOptions } from '../app.ts'
import { startServer } from '../app.ts'
import { silentLogger } from '#shared/log.ts'
import type { Store } from '../storage/open.ts'
import { openStore } from '../storage/open.ts'
import { Desktop } from './desktop.ts'
import type { Block } from '#shared/document/blocks.ts'
import type { ArticleContent } from '#shared/document/content.ts'
import { schemaVersion } from '#shared/document/content.ts'
import { paragraph } from '#shared/document/make.ts'
import type { Revision } from '#shared/document/revision.ts'
import { revisionId } from '#shared/document/revision.ts'
import { emptyAttribution } from '#shared/domain/attribution.ts'
import type { ArticleFields } from '#shared/domain/fields.ts'
import { emptyFields } from '#shared/domain/fields.ts'
import type { ArticleId, RevisionId } from '#shared/domain/ids.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'
import { defaultStages } from '#shared/domain/newsroom.ts'
import type { Role } from '#shared/domain/roles.ts'

export const password = 'a long and honest password'

/** Who works in the newsroom of these tests; accounts are their names here. */
export const staff = {
  lin: ['reporter'],
  bai: ['reporter', 'editor'],
  chen: ['editor'],
  zhou: ['deskHead'],
  song: ['chiefEditor'],
  admin: ['administrator'],
} as const satisfies Record<string, readonly Role[]>
export type Account = keyof typeof staff

export const newsroom: Newsroom = {
  name: '河湾新闻网',
  staffByline: '本网讯',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  columns: [{ id: 'city', name: '城事', parentId: null }],
  stages: defaultStages,
  kinds: ['original', 'reprint', 'wire', 'compiled'],
  sources: [],
  registryEdition: '',
  notices: { own: '版权所有。', thirdParty: '', rightsContact: '', contact: '', days: 30 },
  rules: { unlistedReprint: 'stop' },
  footer: { licences: [], contacts: [] },
}

export type Staff = Record<Account, Desktop>

/** One newsroom for all tests of a file, with a desktop for everybody. Its fields are there once the tests run. */
export function sharedNewsroom(options: Partial<ServerOptions> = {}): OpenNewsroom & Staff {
  const inUse = {} as OpenNewsroom & Staff
  beforeAll(async () => {
    const room = await openNewsroom(temporaryFolder(afterLast), options)
    const accounts = Object.keys(staff) as Account[]
    const desktops = await Promise.all(accounts.map(async (account) => [account, await room.desktop(account)]))
    Object.assign(inUse, room, Object.fromEntries(desktops))
  })
  const cleaners: (() => void)[] = []
  const afterLast = (clean: () => void) => void cleaners.push(clean)
  afterAll(async () => {
    await inUse.server.close()
    for (const clean of cleaners) clean()
  })
  return inUse
}

/** The desk's database, opened beside the running server: for looking, and for tampering. */
export async function withDatabase<T>(dataDir: string, look: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(join(dataDir, 'desk.sqlite'))
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

/** A folder that is gone after the test. */
export function temporaryFolder(onFinished: (clean: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-server-'))
  onFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface OpenNewsroom {
  server: RunningServer
  dataDir: string
  /** A desktop that is enrolled and signed in. */
  desktop: (account: Account) => Promise<Desktop>
}

/** Everybody has one password, which is hashed once: doing so is slow on purpose. */
const hashed = hashPassword(password)

async function hire(dataDir: string): Promise<void> {
  const passwordHash = await hashed
  await withDatabase(dataDir, (store) =>
    store.write(async (tx) => {
      if ((await allPeople(tx)).length > 0) return
      for (const [account, roles] of Object.entries(staff)) {
        await addPerson(tx, { account, name: account, roles: [...roles] }, passwordHash)
      }
    }),
  )
}

/** A server with a newsroom and its people, on a free port of the loopback interface. */
export async function openNewsroom(dataDir: string, options: Partial<ServerOptions> = {}): Promise<OpenNewsroom> {
  const server = await startServer({ dataDir, host: '127.0.0.1', port: 0, log: silentLogger, ...options })
  await server.newsroom.setNewsroom(newsroom)
  await hire(dataDir)
  return {
    server,
    dataDir,
    async desktop(account) {
      const desktop = new Desktop(server.url)
      await desktop.enrol(account, password)
      await desktop.signIn()
      return desktop
    },
  }
}

/** An article of one's own with nothing missing. */
export function completeContent(fields: Partial<ArticleFields> = {}, blocks?: Block[]): ArticleContent {
  return {
    schemaVersion,
    fields: {
      ...emptyFields,
      slug: '河堤步道',
      headline: '河堤步道今起开放',
      columnId: 'city',
      attribution: {
        ...emptyAttribution,
        byline: { kind: 'staff' },
        editor: '白露',
        responsibleEditor: '周宁',
        aiUse: 'none',
      },
      ...fields,
    },
    blocks: blocks ?? [paragraph('十二公里的河堤步道今天上午向市民开放。')],
  }
}

export const newRevision = (content: ArticleContent = completeContent(), parents: RevisionId[] = []): Revision => ({
  articleId: newArticleId(),
  parents,
  content,
})

export interface Standing {
  articleId: ArticleId
  revisionId: RevisionId
}

/** Uploads and submits an article. */
export async function submitted(author: Desktop, revision: Revision = newRevision()): Promise<Standing> {
  const standing = { articleId: revision.articleId, revisionId: revisionId(revision) }
  await author.putRevision(revision)
  await author.submit(standing.articleId, standing.revisionId)
  return standing
}

/** Takes a submitted article through all stages. */
export async function signOff(standing: Standing, reviewers: readonly Desktop[]): Promise<void> {
  for (const [index, reviewer] of reviewers.entries()) {
    await reviewer.judge(reviewer.statement({ ...standing, stageId: defaultStages[index]?.id ?? '' }))
  }
}
