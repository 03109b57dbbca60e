import { expect, it } from 'vitest'

import type { Column } from './newsroom.ts'
import { columnPath } from './newsroom.ts'

const columns: Column[] = [
  { id: 'a', name: '甲', parentId: null },
  { id: 'b', name: '乙', parentId: 'a' },
  { id: 'x', name: '环', parentId: 'y' },
  { id: 'y', name: '环', parentId: 'x' },
]
const names = (id: string | null) => columnPath(columns, id).map(({ name }) => name)

it('leads from the top of the tree down to the column', () => {
  expect(names('b')).toEqual(['甲', '乙'])
})

it('is empty for no column and for an unknown one', () => {
  expect(names(null)).toEqual([])
  expect(names('gone')).toEqual([])
})

it('ends even where an administrator made two columns each other’s parent', () => {
  expect(names('x').length).toBeLessThanOrEqual(columns.length)
})
