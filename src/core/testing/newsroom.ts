import { newPersonId } from '#shared/domain/ids.ts'
import type { Newsroom, Person } from '#shared/domain/newsroom.ts'
import type { Role } from '#shared/domain/roles.ts'

/** An invented newsroom with two stages of review. */
export const newsroom: Newsroom = {
  name: '青河新闻网',
  staffByline: '青河新闻网讯',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  columns: [{ id: 'local', name: '本地', parentId: null }],
  stages: [
    { id: 'first', name: '初审', roles: ['editor'] },
    { id: 'final', name: '终审', roles: ['chiefEditor'] },
  ],
  kinds: ['original', 'reprint', 'wire', 'compiled'],
  sources: [],
  registryEdition: '2026-1',
  notices: {
    own: '版权归{newsroom}所有',
    thirdParty: '转自{source}',
    rightsContact: '{contact}',
    contact: '电话',
    days: 30,
  },
  rules: { unlistedReprint: 'stop' },
  footer: { licences: [], contacts: [] },
}

export const person = (account: string, ...roles: Role[]): Person => ({
  id: newPersonId(),
  account,
  name: account,
  roles,
})

export const password = 'river and reeds'
