import { expect, it } from 'vitest'

import { emptyContent } from '#shared/document/content.ts'
import { newArticleId } from '#shared/domain/ids.ts'
import { evidenceFromWords, latestInWords } from './evidence.ts'
import { readWordLine, wordLine } from './wordRecords.ts'

const articleId = newArticleId()
const at = '2026-04-12T08:15:00.000Z'
const text = wordLine({ kind: 'text', articleId, version: 0, at, content: JSON.stringify(emptyContent) })
const step = wordLine({ kind: 'step', articleId, version: 1, step: 'a', at, ops: '[{"op":"remove","id":"b"}]' })
const gone = wordLine({ kind: 'gone', articleId, version: 1 })
const lines = (...all: string[]) => all.map((line) => line.trimEnd())

it('reads back what was written, and nothing that was changed since', () => {
  expect(readWordLine(step.trimEnd())).toMatchObject({ kind: 'step', articleId, version: 1, step: 'a' })
  expect(readWordLine(step.trimEnd().replace('remove', 'removf'))).toBeNull()
  expect(readWordLine(step.slice(0, 60))).toBeNull()
})

it('knows how far each article goes', () => {
  expect([...latestInWords(lines(text, step))]).toEqual([[articleId, 1]])
  const { latest, texts, steps } = evidenceFromWords(lines(text, step)).get(articleId) ?? {}
  expect([latest, texts?.length, steps?.size]).toEqual([1, 1, 1])
})

it('brings nothing back that somebody has removed for good', () => {
  expect([...latestInWords(lines(text, step, gone))]).toEqual([])
  expect([...evidenceFromWords(lines(text, step, gone))]).toEqual([])
})
