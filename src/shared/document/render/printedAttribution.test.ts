import { describe, expect, it } from 'vitest'

import { emptyAttribution, noPeople } from '../../domain/attribution.ts'
import { emptyContent } from '../content.ts'
import { paragraph } from '../make.ts'
import { attributionHast } from './attributionHast.ts'
import { toHtml } from './html.ts'
import { printedAttribution } from './printedAttribution.ts'
import { testContent, testNewsroom, testOriginal, testReprint, testSource } from './testRecords.ts'
import type { PrintedLine } from './types.ts'

const at = '2026-03-08T16:20:00.000Z'
const said = (lines: readonly PrintedLine[]): string[] =>
  lines.map(
    ({ label, values }) => `${label}：${values.map(({ text, of }) => (of ? `${text}/${of}` : text)).join('、')}`,
  )

const print = (content: Parameters<typeof printedAttribution>[0], newsroom = testNewsroom) => {
  const { head, aiLabel, foot } = printedAttribution(content, newsroom, at)
  return { head: said(head), aiLabel, foot: said(foot) }
}

describe('the printed attribution', () => {
  it('of an original names the newsroom as source and everyone in the byline', () => {
    expect(print(testOriginal())).toEqual({
      head: ['来源：北岭新闻网', '记者：江一苇、何其', '摄影：苏木', '发布时间：2026年3月9日 00:20'],
      aiLabel: null,
      foot: ['编辑：林知夏', '责任编辑：周望'],
    })
  })

  it('of a reprint names source, original author, original title and editors', () => {
    expect(print(testReprint())).toEqual({
      head: ['来源：海湾日报', '原作者：陆小满', '发布时间：2026年3月9日 00:20'],
      aiLabel: null,
      foot: ['原标题：《潮水退去之后》', '编辑：林知夏', '责任编辑：周望'],
    })
  })

  it('links a source only where the link is safe', () => {
    const { fields, blocks } = testReprint()
    const withUrl = (url: string) => {
      const sources = [{ ...testSource, url }]
      const content = testContent({ ...fields }, { ...fields.attribution, sources }, blocks)
      return printedAttribution(content, testNewsroom, null).head[0]?.values[0]?.url
    }
    expect(withUrl('https://harbour.example/1')).toBe('https://harbour.example/1')
    expect(withUrl('javascript:alert(1)')).toBeUndefined()
    expect(withUrl('mailto:a@b.example')).toBeUndefined()
  })

  it('says which source an author and a title belong to, where there are several', () => {
    const other = {
      ...testSource,
      name: 'The Quay',
      originalTitle: 'Lamps',
      originalAuthor: { kind: 'notStated' } as const,
    }
    const byline = { ...noPeople, translators: ['沈亦舟'] }
    const content = testContent({ kind: 'compiled' }, { sources: [testSource, other], byline })
    expect(print(content)).toMatchObject({
      head: [
        '来源：海湾日报、The Quay',
        '原作者：陆小满/海湾日报、来源未注明作者/The Quay',
        '编译：沈亦舟',
        expect.stringContaining('发布时间'),
      ],
      foot: ['原标题：《潮水退去之后》/海湾日报、《Lamps》/The Quay', '编辑：林知夏', '责任编辑：周望'],
    })
  })

  it('prints 本网讯 for the newsroom’s own work and never over somebody else’s', () => {
    expect(print(testContent({}, { byline: { kind: 'staff' } })).head).toContain('署名：本网讯')
    const { fields, blocks } = testReprint()
    const reprint = testContent(fields, { ...fields.attribution, byline: { kind: 'staff' } }, blocks)
    expect(print(reprint).head.join()).not.toContain('本网讯')
  })

  it('keeps sources that were filled in before the kind was changed to original out of print', () => {
    expect(print(testContent({ kind: 'original' }, { sources: [testSource] })).head[0]).toBe('来源：北岭新闻网')
  })

  it('says why a reprint was changed, when it was', () => {
    const { fields, blocks } = testReprint()
    const changed = { ...fields.attribution, changeReason: '删去一张过期的表格。' }
    expect(print(testContent(fields, changed, [paragraph('河水又涨了。')])).foot).toContain(
      '转载时的改动：删去一张过期的表格。',
    )
    expect(print(testContent(fields, changed, blocks)).foot.join()).not.toContain('表格')
  })

  it('names an open licence and keeps contracts inside the house', () => {
    const use = (basis: 'openLicence' | 'contract') =>
      print(testContent({ kind: 'wire' }, { sources: [testSource], permission: { basis, evidence: 'CC BY 4.0' } })).foot
    expect(use('openLicence')).toContain('许可：CC BY 4.0')
    expect(use('contract').join()).not.toContain('CC BY')
  })

  it.each([
    ['none', null],
    ['assisted', '本文由人工智能辅助创作'],
    ['generated', '本文由人工智能生成'],
  ] as const)('labels AI use %s as %s', (aiUse, label) => {
    expect(print(testContent({}, { aiUse })).aiLabel).toBe(label)
  })

  it('skips what is missing, so that it can be shown while people work', () => {
    expect(print(emptyContent).head).toEqual(['来源：北岭新闻网', expect.stringContaining('发布时间')])
    const reprint = { ...emptyContent, fields: { ...emptyContent.fields, kind: 'reprint' as const } }
    expect(printedAttribution(reprint, testNewsroom, null)).toEqual({ head: [], aiLabel: null, foot: [] })
    expect(emptyAttribution.editor).toBe('')
  })

  it('speaks the newsroom’s language and keeps its time', () => {
    const london = { ...testNewsroom, language: 'en', timeZone: 'Europe/London', name: 'The Ridge' } as const
    expect(print(testOriginal(), london).head).toEqual([
      'Source：The Ridge',
      'Reporters：江一苇、何其',
      'Photographers：苏木',
      'Published：8 March 2026 at 16:20',
    ])
  })

  it('stands in a list of terms with every name in an isolate', () => {
    const { head } = printedAttribution(testReprint(), testNewsroom, null)
    expect(toHtml(attributionHast(head, testNewsroom))).toBe(
      '<dl class="attribution"><div class="newsroom-source"><dt>来源：</dt><dd>' +
        '<a href="https://harbour.example/2026/tide" rel="external noopener"><bdi>海湾日报</bdi></a></dd></div>' +
        '<div class="newsroom-originalAuthor"><dt>原作者：</dt><dd><bdi>陆小满</bdi></dd></div></dl>',
    )
  })
})
