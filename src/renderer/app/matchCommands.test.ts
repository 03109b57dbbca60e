import { expect, it } from 'vitest'

import { commands } from '#shared/commands/table.ts'
import { catalog } from '#shared/messages/catalog.ts'
import { matchCommands } from './matchCommands.ts'

const named = commands.map(({ id, label }) => ({ id, names: [catalog[label].zh, catalog[label].en] }))
const first = (typed: string) => matchCommands(named, typed)[0]?.id

it('finds a command by either language, whatever the window speaks', () => {
  expect(first('送审')).toBe('review.submit')
  expect(first('submit')).toBe('review.submit')
})

it('takes the start of the name before the start of a word, and that before the middle of one', () => {
  expect(first('pub')).toBe('review.publish')
  const found = matchCommands(named, 'bin').map(({ id }) => id)
  expect(found.slice(0, 4)).toEqual(['article.bin', 'article.restore', 'bin.empty', 'view.bin'])
})

it('forgives letters left out, width and case', () => {
  expect(matchCommands(named, 'nworg').map(({ id }) => id)).toContain('article.newOriginal')
  expect(first('ＥＸＰＯＲＴ')).toBe('article.export')
})

it('shows everything for nothing typed, and nothing for what is not there', () => {
  expect(matchCommands(named, ' ')).toHaveLength(commands.length)
  expect(matchCommands(named, '天气')).toEqual([])
})
