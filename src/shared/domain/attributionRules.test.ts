import { describe, expect, it } from 'vitest'

import { paragraph, picture } from '../document/make.ts'
import type { Attribution, SourceUse } from './attribution.ts'
import { emptyAttribution, emptySourceUse, noPeople } from './attribution.ts'
import type { Gap } from './attributionRules.ts'
import { attributionGaps, isComplete } from './attributionRules.ts'
import type { ArticleFields } from './fields.ts'
import { emptyFields } from './fields.ts'
import { MediaHash } from './ids.ts'
import type { Newsroom } from './newsroom.ts'
import { defaultStages } from './newsroom.ts'

const today = '2026-03-01'
const newsroom: Newsroom = {
  name: '青禾新闻网',
  staffByline: '本网讯',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  columns: [{ id: 'city', name: '城事', parentId: null }],
  stages: defaultStages,
  kinds: ['original', 'reprint', 'wire', 'compiled'],
  sources: [
    source('harbour', '海湾日报', ['湾报'], true, null),
    source('blog', '街角博客', [], false, null),
    source('old', '旧闻社', [], true, '2025-12-31'),
  ],
  registryEdition: '2025',
  notices: { own: '', thirdParty: '', rightsContact: '', contact: '', days: 30 },
  rules: { unlistedReprint: 'stop' },
  footer: { licences: [], contacts: [] },
}

function source(id: string, name: string, aliases: string[], listed: boolean, validUntil: string | null) {
  return { id, name, aliases, site: null, licenceTerms: '', validFrom: null, validUntil, listed }
}

const signed = { editor: '林知夏', responsibleEditor: '周望', aiUse: 'none' } satisfies Partial<Attribution>
const blocks = [paragraph('河水退了。')]
const use: SourceUse = {
  ...emptySourceUse,
  name: '湾报',
  url: 'https://harbour.example/1',
  originalTitle: '潮水退去',
  originalText: '河水退了。',
  originalAuthor: { kind: 'notStated' },
}

const fields = (kind: ArticleFields['kind'], attribution: Partial<Attribution>): ArticleFields => ({
  ...emptyFields,
  headline: '潮水退去',
  columnId: 'city',
  kind,
  attribution: { ...emptyAttribution, ...signed, ...attribution },
})

const places = (gaps: readonly Gap[]) =>
  gaps.map(({ place, problem }) => `${place.at === 'field' ? '' : `${place.at}.`}${place.field}:${problem}`)

const gapsOf = (kind: ArticleFields['kind'], attribution: Partial<Attribution>, rules = newsroom) =>
  places(attributionGaps({ fields: fields(kind, attribution), blocks }, rules, today))

describe('complete attributions', () => {
  it.each([
    ['an original by its reporter', 'original', { byline: { ...noPeople, reporters: ['许棠'] } }],
    ['an original by the staff', 'original', { byline: { kind: 'staff' } }],
    [
      'a reprint of a listed source',
      'reprint',
      { sources: [use], permission: { basis: 'listedSource', evidence: '2025 版' } },
    ],
    [
      'a wire story under contract',
      'wire',
      { sources: [{ ...use, url: '', originalAuthor: null }], permission: { basis: 'contract', evidence: 'HT-12' } },
    ],
    [
      'a compiled story',
      'compiled',
      { sources: [use, { ...use, name: '街角博客' }], permission: { basis: 'openLicence', evidence: 'CC BY' } },
    ],
  ] as const)('%s has no gap', (_name, kind, attribution) => {
    expect(gapsOf(kind, attribution as unknown as Partial<Attribution>)).toEqual([])
  })
})

describe('every gap is named', () => {
  it('in an article that nobody has filled in', () => {
    expect(places(attributionGaps({ fields: emptyFields, blocks: [] }, newsroom, today))).toEqual([
      'headline:missing',
      'column:missing',
      'body:missing',
      'byline:missing',
      'editor:missing',
      'responsibleEditor:missing',
      'aiUse:missing',
    ])
  })

  it('where every field holds something that nobody can see', () => {
    const invisible = '\u200b\u2060\u3164'
    const attribution = {
      byline: { ...noPeople, reporters: [invisible] },
      editor: invisible,
      responsibleEditor: invisible,
    }
    const judged = { ...fields('original', attribution), headline: invisible }
    expect(places(attributionGaps({ fields: judged, blocks: [paragraph(invisible)] }, newsroom, today))).toEqual([
      'headline:missing',
      'body:missing',
      'byline:missing',
      'editor:missing',
      'responsibleEditor:missing',
    ])
  })

  it('in an empty source of a reprint', () => {
    expect(gapsOf('reprint', { sources: [emptySourceUse] })).toEqual([
      'source.name:missing',
      'source.url:missing',
      'source.originalTitle:missing',
      'source.originalText:missing',
      'source.originalAuthor:missing',
      'permission:missing',
    ])
  })

  it('when an address is not one of the web', () => {
    const gaps = gapsOf('reprint', {
      sources: [{ ...use, url: 'javascript:alert(1)' }],
      permission: { basis: 'licence', evidence: 'x' },
    })
    expect(gaps).toEqual(['source.url:invalid'])
  })

  it('when the permission does not fit the kind, or has no evidence', () => {
    expect(gapsOf('wire', { sources: [use], permission: { basis: 'own', evidence: 'x' } })).toEqual([
      'permission:notAllowed',
    ])
    expect(gapsOf('wire', { sources: [use], permission: { basis: 'contract', evidence: ' ' } })).toEqual([
      'permissionEvidence:missing',
    ])
  })

  it('for each picture', () => {
    const file = { media: MediaHash.parse('c'.repeat(64)), width: 10, height: 10 }
    const gaps = attributionGaps(
      { fields: fields('original', { byline: { kind: 'staff' } }), blocks: [...blocks, picture(file, { alt: '河' })] },
      newsroom,
      today,
    )
    expect(places(gaps)).toEqual(['picture.credit:missing', 'picture.rights:missing', 'picture.source:missing'])
  })
})

describe('a reprint', () => {
  const listed = { permission: { basis: 'listedSource', evidence: '2025 版' } } satisfies Partial<Attribution>

  it('of an unlisted source is stopped, or only warned about, as the newsroom chose', () => {
    const attribution = { ...listed, sources: [{ ...use, name: '街角博客' }] }
    const judged = { fields: fields('reprint', attribution), blocks }
    const warning = { ...newsroom, rules: { unlistedReprint: 'warn' } } as const
    expect(isComplete(attributionGaps(judged, newsroom, today))).toBe(false)
    expect(isComplete(attributionGaps(judged, warning, today))).toBe(true)
    expect(places(attributionGaps(judged, warning, today))).toEqual(['source.name:unlisted'])
  })

  it('of a source whose entry has run out is stopped', () => {
    expect(gapsOf('reprint', { ...listed, sources: [{ ...use, name: '旧闻社' }] })).toEqual(['source.name:expired'])
  })

  it.each([
    ['a changed title', { originalTitle: '大潮退去' }],
    ['a dropped passage', { originalText: '河水退了。\n桥还在。' }],
  ])('with %s needs a reason', (_name, original) => {
    const sources = [{ ...use, ...original }]
    expect(gapsOf('reprint', { ...listed, sources })).toEqual(['changeReason:missing'])
    expect(gapsOf('reprint', { ...listed, sources, changeReason: '版面所限' })).toEqual([])
  })
})
