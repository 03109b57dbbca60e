import type { Column } from '#shared/domain/newsroom.ts'
import { columnPath } from '#shared/domain/newsroom.ts'

export interface ColumnOption {
  value: string
  /** The way to it from the top of the tree: 专题 › 镜鉴. */
  label: string
}

/** Every column in the order of the tree, each below its parent. One whose parent is gone stands at the end. */
export function columnOptions(columns: readonly Column[]): ColumnOption[] {
  const under = (parentId: string | null): Column[] =>
    columns.filter((column) => column.parentId === parentId).flatMap((column) => [column, ...under(column.id)])
  const ordered = under(null)
  return [...ordered, ...columns.filter((column) => !ordered.includes(column))].map(({ id }) => ({
    value: id,
    label: columnPath(columns, id)
      .map(({ name }) => name)
      .join(' › '),
  }))
}
