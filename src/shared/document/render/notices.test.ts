import { describe, expect, it } from 'vitest'

import { notices } from './notices.ts'
import { testContent, testNewsroom, testOriginal, testReprint, testSource } from './testRecords.ts'

const page = 'https://beiling.example/articles/1'

describe('notices', () => {
  it('claim the newsroom’s own work, and tell whom to write to', () => {
    expect(notices(testOriginal(), testNewsroom, page)).toEqual([
      {
        kind: 'own',
        text: `凡本网注明“来源：北岭新闻网”的文字和图片，版权均属北岭新闻网所有。转载请注明来源，并附上原文链接：${page}`,
      },
      {
        kind: 'rightsContact',
        text: '对作品的内容或版权有疑问，请在见网后30日内与本网联系：banquan@beiling.example。',
      },
    ])
  })

  it('disclaim what is passed on, and link to where it came from', () => {
    const [notice] = notices(testReprint(), testNewsroom, page)
    expect(notice).toEqual({
      kind: 'thirdParty',
      text: '本文转自海湾日报（https://harbour.example/2026/tide），刊登是为传递信息，不代表北岭新闻网赞同其观点。',
    })
  })

  it('fill each field once: a name that looks like a field stays a name', () => {
    const content = testContent({ kind: 'wire' }, { sources: [{ ...testSource, name: '{contact}', url: '' }] })
    const newsroom = { ...testNewsroom, notices: { ...testNewsroom.notices, thirdParty: '{source} {nobody} $&{url}' } }
    expect(notices(content, newsroom, page)[0]?.text).toBe('{contact} {nobody} $&')
  })

  it('print nothing for an empty template', () => {
    const empty = { ...testNewsroom, notices: { ...testNewsroom.notices, own: ' ', rightsContact: '' } }
    expect(notices(testOriginal(), empty, page)).toEqual([])
  })
})
