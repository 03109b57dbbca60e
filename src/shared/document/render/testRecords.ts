import type { SourceUse } from '../../domain/attribution.ts'
import { emptyAttribution, emptySourceUse, noPeople } from '../../domain/attribution.ts'
import type { ArticleFields } from '../../domain/fields.ts'
import { emptyFields } from '../../domain/fields.ts'
import { MediaHash } from '../../domain/ids.ts'
import type { Newsroom } from '../../domain/newsroom.ts'
import { defaultStages } from '../../domain/newsroom.ts'
import type { Block } from '../blocks.ts'
import type { ArticleContent } from '../content.ts'
import { linkNode, textNode } from '../inline.ts'
import { heading, list, listItem, paragraph, picture, quote } from '../make.ts'

/** Invented records for the tests of everything that renders. */
export const testNewsroom: Newsroom = {
  name: '北岭新闻网',
  staffByline: '本网讯',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  columns: [
    { id: 'city', name: '城事', parentId: null },
    { id: 'streets', name: '街巷', parentId: 'city' },
    { id: 'fields', name: '田野', parentId: null },
    { id: 'reading', name: '读书', parentId: null },
  ],
  stages: defaultStages,
  kinds: ['original', 'reprint', 'wire', 'compiled'],
  sources: [],
  registryEdition: '2025',
  notices: {
    own: '凡本网注明“来源：{newsroom}”的文字和图片，版权均属{newsroom}所有。转载请注明来源，并附上原文链接：{url}',
    thirdParty: '本文转自{source}（{url}），刊登是为传递信息，不代表{newsroom}赞同其观点。',
    rightsContact: '对作品的内容或版权有疑问，请在见网后{days}日内与本网联系：{contact}。',
    contact: 'banquan@beiling.example',
    days: 30,
  },
  rules: { unlistedReprint: 'stop' },
  footer: {
    licences: ['互联网新闻信息服务许可证：00000000000', '北备 00000000 号'],
    contacts: ['违法和不良信息举报电话：000-0000000', '举报邮箱：jubao@beiling.example'],
  },
}

export const testMedia = MediaHash.parse('ab'.repeat(32))

export const testSource: SourceUse = {
  ...emptySourceUse,
  name: '海湾日报',
  url: 'https://harbour.example/2026/tide',
  originalTitle: '潮水退去之后',
  originalText: '河水退了。',
  originalAuthor: { kind: 'named', names: '陆小满' },
}

type Fields = Partial<Omit<ArticleFields, 'attribution'>>
type Signed = Partial<ArticleFields['attribution']>

export function testContent(fields: Fields, attribution: Signed = {}, blocks: Block[] = testBody()): ArticleContent {
  const signed = { ...emptyAttribution, editor: '林知夏', responsibleEditor: '周望', aiUse: 'none' } as const
  return {
    schemaVersion: 1,
    fields: {
      ...emptyFields,
      headline: '老码头的灯又亮了',
      columnId: 'streets',
      ...fields,
      attribution: { ...signed, ...attribution },
    },
    blocks,
  }
}

export const testOriginal = (): ArticleContent =>
  testContent(
    { kicker: '沿河三里的夜晚', deck: '修好的不只是路灯，还有傍晚出门走走的习惯' },
    { byline: { ...noPeople, reporters: ['江一苇', '何其'], photographers: ['苏木'] } },
  )

export const testReprint = (): ArticleContent =>
  testContent(
    { headline: '潮水退去之后', kind: 'reprint' },
    { sources: [testSource], permission: { basis: 'listedSource', evidence: '2025 版名单' } },
    [paragraph('河水退了。')],
  )

export function testBody(): Block[] {
  return [
    paragraph('傍晚六点半，老码头的第一盏灯先亮，接着是第二盏。沿河走来的人停下脚步，有人抬头，有人掏出手机。'),
    heading('h2', '一条路，三年没有灯'),
    paragraph([
      textNode('住在河边的人都记得那段日子。'),
      textNode('天一黑就不出门', 1),
      textNode('，是这里的老规矩。更多情形见'),
      linkNode('https://beiling.example/articles/1', [textNode('此前的报道')]),
      textNode('。'),
    ]),
    picture(
      { media: testMedia, width: 1200, height: 800 },
      {
        alt: '傍晚的码头，一排路灯刚刚亮起',
        caption: '修复后的码头路灯。',
        credit: '苏木',
        rights: '北岭新闻网所有',
        source: '本网记者拍摄',
      },
    ),
    quote('灯亮了，我才知道原来对岸的人也在散步。'),
    list('bullet', [listItem('更换灯杆四十二根'), listItem([list('number', [listItem('其中二十根在北岸')])])]),
  ]
}
