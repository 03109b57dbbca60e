import { expect, it } from 'vitest'

import { newArticleId, newPersonId, PublicationId, RevisionId } from '#shared/domain/ids.ts'
import { translator } from '#shared/messages/format.ts'
import { receiptText } from './receiptText.ts'

it('copies a receipt whole: nothing shortened, nothing left out', () => {
  const receipt = {
    publicationId: PublicationId.parse('0195a5d8-7d00-7000-8000-000000000001'),
    articleId: newArticleId(),
    revisionId: RevisionId.parse('a'.repeat(64)),
    channel: 'site',
    url: 'https://news.example/a/1',
    publishedAt: '2026-03-05T01:30:00.000Z',
    publishedBy: newPersonId(),
    pageHash: 'b'.repeat(64),
  } as const
  expect(receiptText(receipt, '顾闻笙', translator('zh')).split('\n')).toEqual([
    '渠道：网站',
    '发布时间：2026-03-05T01:30:00.000Z',
    '发布人：顾闻笙',
    '地址：https://news.example/a/1',
    `版本：${'a'.repeat(64)}`,
    `网页指纹：${'b'.repeat(64)}`,
    '发布编号：0195a5d8-7d00-7000-8000-000000000001',
  ])
})
