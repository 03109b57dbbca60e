import type { Column } from '../../domain/newsroom.ts'
import { columnPath } from '../../domain/newsroom.ts'

/** The column that a file names: by its id, or by the names from the top of the tree down, between slashes. */
export function findColumn(columns: readonly Column[], written: string): Column | null {
  const path = fold(written)
  return (
    columns.find(({ id }) => id === written.trim()) ??
    columns.find(({ id }) => fold(pathOf(columns, id)) === path) ??
    null
  )
}

/** What to write for a column, so that `findColumn` finds it again. */
export function columnName(columns: readonly Column[], id: string): string {
  const path = pathOf(columns, id)
  return findColumn(columns, path)?.id === id ? path : id
}

export const columnNames = (columns: readonly Column[]): string =>
  columns.map(({ id }) => pathOf(columns, id)).join(' · ')

const pathOf = (columns: readonly Column[], id: string): string =>
  columnPath(columns, id)
    .map(({ name }) => name)
    .join('/')

const fold = (path: string): string =>
  path
    .normalize('NFKC')
    .split('/')
    .map((name) => name.trim())
    .join('/')
