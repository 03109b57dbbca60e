import { describe, expect, it } from 'vitest'

import { excerpt, marked } from './highlight.ts'
import { matchOf } from './match.ts'
import { parseQuery } from './query.ts'
import { charactersOf, tokenize } from './tokens.ts'

const words = (text: string) => tokenize(text).map((token) => token.text)
const shown = (parts: { text: string; hit: boolean }[] | null) =>
  parts?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('tokens', () => {
  it('pair each Chinese character with the next, and keep the last of a run', () => {
    expect(words('河湾大桥')).toEqual(['河湾', '湾大', '大桥', '桥'])
    expect(words('河湾，大桥')).toEqual(['河湾', '湾', '大桥', '桥'])
  })

  it('take Latin words and numbers whole, beside Chinese without a blank', () => {
    expect(words('装5G基站 Wi-Fi 3.5亿')).toEqual(['装', '5g', '基站', '站', 'wi', 'fi', '3', '5', '亿'])
  })

  it('fold width, case and accents, and leave the writing of Chinese alone', () => {
    expect(words('ＡＢＣ　Café')).toEqual(['abc', 'cafe'])
    expect(words('Cafe\u0301')).toEqual(['cafe'])
    expect(words('ｶﾞｽ')).not.toEqual([])
    expect(words('廣')).not.toEqual(words('广'))
    expect(words('㍿')).toEqual(['株式', '式会', '会社', '社'])
  })

  it('know characters beyond the first plane, and step over halves of them', () => {
    expect(words('𠮷野家')).toEqual(['𠮷野', '野家', '家'])
    expect(words('河\ud842湾\u0000\u202e桥')).toEqual(['河', '湾', '桥'])
    expect([...charactersOf(tokenize('河河a湾'))]).toEqual(['河', '湾'])
  })
})

describe('a query', () => {
  it('is words that all have to be there, phrases, and words that must not', () => {
    expect(matchOf(parseQuery('河湾大桥 "north pier" -通车'))).toBe(
      '({body title names notes} : "河湾 湾大 大桥" AND {body title names notes} : "north pier") NOT ({body title names notes} : "通车")',
    )
    expect(matchOf(parseQuery('“河湾”　－渡轮'))).toContain('NOT')
  })

  it('asks for one character in its own column, and for a word that is still being typed by its beginning', () => {
    expect(matchOf(parseQuery('桥 riv'))).toBe('chars : "桥" AND {body title names notes} : "riv" *')
    expect(matchOf(parseQuery('5G手'))).toBe('{body title names notes} : "5g 手" *')
  })

  it('asks for nothing without a letter', () => {
    for (const text of ['', '   ', '"', '""', '-', '- "', '？！', '*', '\u0000', '\ud800', '\u202e'])
      expect(matchOf(parseQuery(text))).toBeNull()
  })
})

describe('a hit', () => {
  it('is marked where it stands, and nothing else is', () => {
    expect(shown(marked('河湾大桥通车，桥', parseQuery('大桥')))).toBe('河湾[大桥]通车，桥')
    expect(shown(marked('河湾大桥通车，桥', parseQuery('桥')))).toBe('河湾大[桥]通车，[桥]')
    expect(shown(marked('The ＲＩＶＥＲ rises', parseQuery('riv')))).toBe('The [ＲＩＶＥＲ] rises')
    expect(shown(marked('长江的大桥', parseQuery('长江大桥')))).toBe('长江的大桥')
  })

  it('is shown with the words around it', () => {
    const text = `${'前'.repeat(200)}渡轮${'后'.repeat(200)}`
    expect(shown(excerpt(text, parseQuery('渡轮')))).toBe(`…${'前'.repeat(24)}[渡轮]${'后'.repeat(64)}…`)
    expect(excerpt(text, parseQuery('大桥'))).toBeNull()
  })

  it('is never cut inside a character', () => {
    const text = `${'𠮷'.repeat(100)}渡轮${'𠮷'.repeat(100)}`
    const all =
      excerpt(text, parseQuery('渡轮'))
        ?.map((segment) => segment.text)
        .join('') ?? ''
    expect(all.isWellFormed()).toBe(true)
  })
})
