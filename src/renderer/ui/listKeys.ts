/** The line that a key takes the cursor to; null for a key that does not move it. `page` is lines in view. */
export function moveCursor(key: string, cursor: number, total: number, page: number): number | null {
  const clamp = (index: number) => Math.max(0, Math.min(total - 1, index))
  if (total === 0) return null
  switch (key) {
    case 'ArrowDown':
      return clamp(cursor + 1)
    case 'ArrowUp':
      return clamp(cursor - 1)
    case 'PageDown':
      return clamp(cursor + Math.max(1, page - 1))
    case 'PageUp':
      return clamp(cursor - Math.max(1, page - 1))
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}
