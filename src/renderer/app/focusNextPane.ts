/** Elements that carry `data-pane` take the focus in the order in which they stand. Folded ones are passed over. */
export function focusNextPane(): void {
  const panes = Array.from(document.querySelectorAll<HTMLElement>('[data-pane]')).filter(
    (pane) => pane.checkVisibility() && pane.offsetWidth > 0,
  )
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(here + 1) % panes.length]
  if (next === undefined) return
  for (const place of places) {
    const target = next.querySelector<HTMLElement>(place)
    if (target === null) continue
    target.focus()
    return
  }
}

/** Where work goes on in a pane, best first: the text, the list, the shelf that is shown, the chosen tab. */
const places = [
  '[contenteditable="true"]',
  '[role="listbox"]',
  '[aria-current="true"]',
  '[role="tab"][aria-selected="true"]',
  'button, input, select, textarea, [tabindex="0"]',
]
