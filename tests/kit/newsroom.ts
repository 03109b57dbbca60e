import { randomUUID } from 'node:crypto'

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
