import { changed } from './changeLog.ts'
import type { Readable, Writable } from '../storage/open.ts'
import { defaultStages, Newsroom } from '#shared/domain/newsroom.ts'

export async function readNewsroom(read: Readable): Promise<Newsroom> {
  const row = await read.selectFrom('newsroom').select('settings').executeTakeFirst()
  return row === undefined ? unsetNewsroom : Newsroom.parse(JSON.parse(row.settings))
}

/** Setting what is set already changes nothing and wakes nobody up. */
export async function writeNewsroom(tx: Writable, newsroom: Newsroom): Promise<void> {
  const settings = JSON.stringify(Newsroom.parse(newsroom))
  const row = await tx.selectFrom('newsroom').select('settings').executeTakeFirst()
  if (row?.settings === settings) return
  await tx
    .insertInto('newsroom')
    .values({ id: 1, settings })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ settings }))
    .execute()
  await changed(tx, null)
}

/** What a server has before an administrator gave it its newsroom: enough to start, nothing of any organisation. */
const unsetNewsroom: Newsroom = {
  name: '未命名编辑部',
  staffByline: '本网讯',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  columns: [{ id: 'news', name: '要闻', parentId: null }],
  stages: defaultStages,
  kinds: ['original', 'reprint', 'wire', 'compiled'],
  sources: [],
  registryEdition: '',
  notices: { own: '', thirdParty: '', rightsContact: '', contact: '', days: 30 },
  rules: { unlistedReprint: 'stop' },
  footer: { licences: [], contacts: [] },
}
