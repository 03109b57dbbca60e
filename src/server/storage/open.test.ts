import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../testing/newsroom.ts'
import { changed } from '../desk/changeLog.ts'
import { backUp } from './backup.ts'
import { migrations } from './migrations.ts'
import type { Store, Writable } from './open.ts'
import { openStore, undoable } from './open.ts'

const newFile = (): string => join(temporaryFolder(onTestFinished), 'desk.sqlite')
const opened = (file = newFile()): Store => {
  const store = openStore(file)
  onTestFinished(() => store.close())
  return store
}
const change = (tx: Writable) => changed(tx, null)
const count = (store: Store): Promise<number> =>
  store.read(async (read) => (await read.selectFrom('changes').select('seq').execute()).length)

test('a transaction that fails leaves nothing', async () => {
  const store = opened()
  const failing = store.write(async (tx) => {
    await change(tx)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await count(store)).toBe(0)
})

test('an act that fails inside a transaction undoes itself and nothing else', async () => {
  const store = opened()
  await store.write(async (tx) => {
    await change(tx)
    await undoable(tx, async () => {
      await change(tx)
      throw new Error('no')
    }).catch(() => undefined)
    await undoable(tx, () => change(tx))
  })
  expect(await count(store)).toBe(2)
})

test('readers see what is committed, and are told after it was', async () => {
  const store = opened()
  const seen: Promise<number>[] = []
  store.onCommit(() => seen.push(count(store)))
  await store.write(async (tx) => {
    await change(tx)
    expect(await count(store)).toBe(0)
  })
  expect(await Promise.all(seen)).toEqual([1])
})

test('writers that come at once go one after the other', async () => {
  const store = opened()
  let inside = 0
  const alone = async (tx: Writable) => {
    inside += 1
    await change(tx)
    expect(inside).toBe(1)
    inside -= 1
  }
  await Promise.all(Array.from({ length: 20 }, () => store.write(alone)))
  expect(await count(store)).toBe(20)
})

test('what a reader is given cannot write', async () => {
  const store = opened()
  await expect(store.read((read) => change(read as Writable))).rejects.toThrow('readonly')
})

test('a database of a newer version is refused and left as it is', async () => {
  const file = newFile()
  await openStore(file).close()
  const newer = new Database(file)
  newer.pragma(`user_version = ${migrations.length + 1}`)
  newer.pragma('journal_mode = DELETE')
  newer.close()
  const before = readFileSync(file)
  expect(() => openStore(file)).toThrow(
    expect.objectContaining({
      code: 'database_newer',
      details: { found: migrations.length + 1, known: migrations.length },
    }),
  )
  expect(readFileSync(file)).toEqual(before)
})

test('a backup of a database in use is one whole file', async () => {
  const file = newFile()
  const store = opened(file)
  await store.write(change)
  const target = `${file}.backup`
  await backUp(file, target)
  await store.write(change)
  expect(await count(opened(target))).toBe(1)
})
