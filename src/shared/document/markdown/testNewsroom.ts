import type { Newsroom } from '../../domain/newsroom.ts'
import { defaultStages } from '../../domain/newsroom.ts'

/** An invented newsroom for the tests of this folder. */
export const newsroom: Newsroom = {
  name: '青石湾新闻网',
  staffByline: '本网讯',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  columns: [
    { id: 'news', name: '新闻', parentId: null },
    { id: 'town', name: '城事', parentId: 'news' },
    { id: 'slashed', name: '水/陆', parentId: null },
  ],
  stages: defaultStages,
  kinds: ['original', 'reprint', 'wire', 'compiled'],
  sources: [
    {
      id: 'yunling',
      name: '云岭日报',
      aliases: ['云岭报'],
      site: 'https://yunling.example',
      licenceTerms: '',
      validFrom: null,
      validUntil: null,
      listed: true,
    },
  ],
  registryEdition: '2026-01',
  notices: { own: '', thirdParty: '', rightsContact: '', contact: '', days: 30 },
  rules: { unlistedReprint: 'stop' },
  footer: { licences: [], contacts: [] },
}
