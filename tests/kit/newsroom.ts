import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { newsroomAdmin } from '#server/admin.ts'
import { openStore } from '#server/storage/open.ts'
import type { CoreCalls } from '#shared/contract/core.ts'
import { paragraph } from '#shared/document/make.ts'
import type { ArticleId } from '#shared/domain/ids.ts'
import type { Newsroom } from '#shared/domain/newsroom.ts'

export const password = 'a long and honest password'

/** A newsroom in which one chief editor's verdict is the whole review. */
export const newsroom: Newsroom = {
  name: '河湾新闻网',
  staffByline: '本网讯',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  columns: [{ id: 'city', name: '城事', parentId: null }],
  stages: [{ id: 'final', name: '终审', roles: ['chiefEditor'] }],
  kinds: ['original', 'reprint', 'wire', 'compiled'],
  sources: [],
  registryEdition: '',
  notices: { own: '版权所有。', thirdParty: '', rightsContact: '', contact: '', days: 30 },
  rules: { unlistedReprint: 'stop' },
  footer: { licences: [], contacts: [] },
}

/** A desk's data folder with this newsroom in it, its `author` and its `chief`. No server runs on it yet. */
export async function furnish(deskDir: string): Promise<void> {
  mkdirSync(deskDir)
  const store = openStore(join(deskDir, 'desk.sqlite'))
  const admin = newsroomAdmin(store, () => new Date())
  await admin.setNewsroom(newsroom)
  await admin.createPerson({ account: 'author', name: '许棠', roles: ['reporter'], password })
  await admin.createPerson({ account: 'chief', name: '周望', roles: ['chiefEditor'], password })
  await store.close()
}

/** Writes an original that has everything it needs to be submitted. */
export async function completeArticle(call: CoreCalls, headline = '河湾今起通航'): Promise<ArticleId> {
  const { articleId } = await call.articles.create({ kind: 'original' })
  await call.articles.journal({
    articleId,
    step: randomUUID(),
    ops: [
      { op: 'fields', fields: { slug: headline, headline, columnId: 'city' } },
      {
        op: 'attribution',
        attribution: { byline: { kind: 'staff' }, editor: '林知夏', responsibleEditor: '周望', aiUse: 'none' },
      },
      { op: 'put', after: null, block: paragraph('首班渡轮早上六点离岸。') },
    ],
  })
  return articleId
}
