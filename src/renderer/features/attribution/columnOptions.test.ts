import { expect, it } from 'vitest'

import { columnOptions } from './columnOptions.ts'

it('lists a tree in its order, each column by the way to it', () => {
  const columns = [
    { id: 'news', name: '要闻', parentId: null },
    { id: 'rivers', name: '江河', parentId: 'features' },
    { id: 'features', name: '专题', parentId: null },
    { id: 'lost', name: '旧栏', parentId: 'gone' },
  ]
  expect(columnOptions(columns)).toEqual([
    { value: 'news', label: '要闻' },
    { value: 'features', label: '专题' },
    { value: 'rivers', label: '专题 › 江河' },
    { value: 'lost', label: '旧栏' },
  ])
})

it('offers columns that name each other as parents, instead of losing them', () => {
  const columns = [
    { id: 'a', name: '甲', parentId: 'b' },
    { id: 'b', name: '乙', parentId: 'a' },
  ]
  expect(columnOptions(columns).map(({ value }) => value)).toEqual(['a', 'b'])
})
