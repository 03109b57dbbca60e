import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished, vi } from 'vitest'

import type { UnsavedText } from '#shared/contract/host.ts'
import type { ClosingQuestions } from './closing.ts'
import { mayClose } from './closing.ts'
import type { HostWindow } from './hostWindow.ts'

const unsaved = [{ headline: '汛期/水位', text: '还没有存上的一段。' }]

const page = (answer: 'saved' | 'gone' | 'late', texts: UnsavedText[] | null = unsaved): HostWindow => ({
  emit: () => undefined,
  askToSave: () => Promise.resolve(answer),
  unsavedTexts: () => Promise.resolve(texts),
})

type Choice = Awaited<ReturnType<ClosingQuestions['choose']>>

function person(choices: Choice[], places: (string | null)[] = []) {
  return {
    choose: vi.fn(() => Promise.resolve(choices.shift() ?? 'stay')),
    whereTo: vi.fn((_suggestion: string) => Promise.resolve(places.shift() ?? null)),
    tellFailure: vi.fn(() => Promise.resolve()),
  }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'galley-closing-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

it.each([page('saved'), page('gone'), null])('asks nobody where nothing can be lost', async (window) => {
  const questions = person([])
  expect(await mayClose(() => window, questions)).toBe(true)
  expect(questions.choose).not.toHaveBeenCalled()
})

it('stays open for whoever wants that', async () => {
  expect(await mayClose(() => page('late'), person(['stay']))).toBe(false)
})

it('closes without the words for whoever wants that', async () => {
  expect(await mayClose(() => page('late'), person(['close']))).toBe(true)
})

it('closes once the words are in a file elsewhere, under a name that every disk takes', async () => {
  const file = join(folder(), 'words.txt')
  const questions = person(['elsewhere'], [file])
  expect(await mayClose(() => page('late'), questions)).toBe(true)
  expect(questions.whereTo).toHaveBeenCalledWith('汛期 水位.txt')
  expect(readFileSync(file, 'utf8')).toContain('还没有存上的一段。')
})

it('asks again when that place takes nothing either, and when the person thinks better of it', async () => {
  const questions = person(['elsewhere', 'elsewhere', 'stay'], [join(folder(), 'missing', 'words.txt'), null])
  expect(await mayClose(() => page('late'), questions)).toBe(false)
  expect(questions.tellFailure).toHaveBeenCalledTimes(1)
  expect(questions.choose).toHaveBeenCalledTimes(3)
})

it('asks again when a page that hangs does not hand its words over', async () => {
  const questions = person(['elsewhere', 'close'])
  expect(await mayClose(() => page('late', null), questions)).toBe(true)
  expect(questions.whereTo).not.toHaveBeenCalled()
  expect(questions.choose).toHaveBeenCalledTimes(2)
})
