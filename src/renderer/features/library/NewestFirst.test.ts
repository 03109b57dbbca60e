import { expect, test } from 'vitest'

import { NewestFirst } from './NewestFirst.ts'

/** Requests that are answered, or fail, when the test says so. */
function requests(most: number) {
  const line = new NewestFirst(most)
  const made: string[] = []
  const open = new Map<string, PromiseWithResolvers<string>>()
  const ask = (name: string) => {
    const controller = new AbortController()
    const answer = line.make(controller.signal, () => {
      made.push(name)
      const request = Promise.withResolvers<string>()
      open.set(name, request)
      return request.promise
    })
    answer.catch(() => undefined)
    return { answer, giveUp: () => controller.abort() }
  }
  return { made, open, ask }
}

test('at most so many requests are under way, and the newest of those that wait goes next', async () => {
  const { made, open, ask } = requests(2)
  const [first] = [ask('a'), ask('b'), ask('c'), ask('d')]
  await Promise.resolve()
  expect(made).toEqual(['a', 'b'])

  open.get('a')?.resolve('answer')
  expect(await first.answer).toBe('answer')
  expect(made).toEqual(['a', 'b', 'd'])
})

test('a request that was given up while it waited is never made', async () => {
  const { made, open, ask } = requests(1)
  const under = ask('a')
  const given = ask('b')
  const wanted = ask('c')
  given.giveUp()
  await expect(given.answer).rejects.toThrow('nobody waits')

  open.get('a')?.resolve('')
  await under.answer
  open.get('c')?.resolve('')
  await wanted.answer
  expect(made).toEqual(['a', 'c'])
})

test('a request that failed, and one that was given up under way, make room for the next', async () => {
  const { made, open, ask } = requests(1)
  const failing = ask('a')
  await Promise.resolve()
  open.get('a')?.reject(new Error('failed'))
  await expect(failing.answer).rejects.toThrow('failed')

  const given = ask('b')
  await Promise.resolve()
  given.giveUp()
  open.get('b')?.resolve('nobody reads this')
  await given.answer

  ask('c')
  await Promise.resolve()
  expect(made).toEqual(['a', 'b', 'c'])
})
