import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { GalleyError } from '#shared/rpc/errors.ts'
import { temporaryFolder } from '#core/testing/folder.ts'
import { makeFolder } from './durable.ts'
import { diskError, withDiskErrors } from './errors.ts'

const failure = (facts: object) => Object.assign(new Error('from outside'), facts)
const meaning = (code: string, folder = tmpdir()) => {
  const error = diskError(failure({ code }), folder)
  return error instanceof GalleyError ? error.code : null
}

describe('what SQLite says', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_READONLY_DIRECTORY', 'disk_read_only'],
    ['SQLITE_CORRUPT_INDEX', 'database_damaged'],
    ['SQLITE_NOTADB', 'database_damaged'],
    ['SQLITE_IOERR_READ', 'database_damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'database_busy'],
    ['SQLITE_IOERR_WRITE', 'disk_failing'],
    ['SQLITE_IOERR_FSYNC', 'disk_failing'],
    ['SQLITE_CANTOPEN', 'disk_read_only'],
    ['SQLITE_CONSTRAINT_FOREIGNKEY', null],
    ['SQLITE_IOERR_NOMEM', null],
  ])('%s means %s', (code, expected) => {
    expect(meaning(code)).toBe(expected)
  })

  it('is looked into where it leaves the reason out', () => {
    const file = join(temporaryFolder(), 'a file')
    writeFileSync(file, '')
    // Nothing can be written into this folder, because it is none.
    expect(diskError(failure({ code: 'SQLITE_IOERR_WRITE' }), file)).toMatchObject({
      code: 'disk_read_only',
      details: { reason: 'SQLITE_IOERR_WRITE', system: 'ENOTDIR' },
    })
  })
})

describe('what the operating system says', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EROFS', 'disk_read_only'],
    ['EACCES', 'disk_read_only'],
    ['EIO', 'disk_failing'],
    ['ENODEV', 'disk_failing'],
    ['ENOENT', null],
  ])('%s means %s', (code, expected) => {
    expect(meaning(code)).toBe(expected)
  })

  it('is understood where Node has no name for it: a quota that is used up', () => {
    const quota = failure({ code: 'Unknown system error', errno: -constants.errno.EDQUOT })
    expect(diskError(quota, tmpdir())).toMatchObject({ code: 'disk_full' })
  })

  it('reaches who makes a folder, and a defect stays one', () => {
    const folder = mkdtempSync(join(temporaryFolder(), 'a-'))
    makeFolder(join(folder, 'b', 'c'))
    makeFolder(join(folder, 'b', 'c'))
    rmSync(join(folder, 'b'), { recursive: true })
    writeFileSync(join(folder, 'b'), '')
    expect(() => withDiskErrors(folder, () => makeFolder(join(folder, 'b', 'c')))).toThrow(
      expect.objectContaining({ code: 'disk_read_only' }),
    )
    expect(() => withDiskErrors(folder, () => Reflect.apply(Number, null, [Symbol('no number')]))).toThrow(TypeError)
  })
})
