import { describe, expect, it } from 'vitest'

import { RevisionId } from '../domain/ids.ts'
import { commonHeads, headsOf, lineOf } from './line.ts'

const id = (letter: string): RevisionId => RevisionId.parse(letter.repeat(64))
const ids = (letters: string): RevisionId[] => Array.from(letters, id)

/** `{ c: 'ab' }`: c has the parents a and b. */
const graph = (parents: Record<string, string>) => (of: RevisionId) => ids(parents[of.slice(0, 1)] ?? '')

describe('the line of a revision', () => {
  it('is everything that it stands on, each once', () => {
    expect([...lineOf([id('d')], graph({ b: 'a', c: 'a', d: 'bc' }))].toSorted()).toEqual(ids('abcd'))
  })

  it('may be as long as a year of writing', () => {
    const long = (of: RevisionId) => {
      const before = Number.parseInt(of, 16) - 1
      return before < 0 ? [] : [RevisionId.parse(before.toString(16).padStart(64, '0'))]
    }
    expect(lineOf([RevisionId.parse((50_000).toString(16).padStart(64, '0'))], long).size).toBe(50_001)
  })
})

describe('the heads of a line', () => {
  it('are what nothing continues, in one order', () => {
    expect(headsOf(ids('cab'), graph({ b: 'a', c: 'a' }))).toEqual(ids('bc'))
    expect(headsOf(ids('abcd'), graph({ b: 'a', c: 'a', d: 'bc' }))).toEqual(ids('d'))
  })

  it('do not contain what is continued over revisions that were not asked about', () => {
    expect(headsOf(ids('ac'), graph({ b: 'a', c: 'b' }))).toEqual(ids('c'))
  })
})

describe('what two lines have in common last', () => {
  it('is where they parted', () => {
    expect(commonHeads(id('d'), id('e'), graph({ b: 'a', d: 'b', e: 'b' }))).toEqual(ids('b'))
  })

  it('is the older one when the newer continues it', () => {
    expect(commonHeads(id('a'), id('c'), graph({ b: 'a', c: 'b' }))).toEqual(ids('a'))
  })

  it('is both revisions that were merged crosswise', () => {
    expect(commonHeads(id('d'), id('e'), graph({ b: 'a', c: 'a', d: 'bc', e: 'bc' }))).toEqual(ids('bc'))
  })

  it('is nothing for two beginnings', () => {
    expect(commonHeads(id('a'), id('b'), graph({}))).toEqual([])
  })
})
