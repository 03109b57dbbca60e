/** The number of the line under the pointer, of a list whose lines bear it as `data-index`. */
export function lineAt(target: EventTarget): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return line === null ? null : Number(line.dataset['index'])
}
