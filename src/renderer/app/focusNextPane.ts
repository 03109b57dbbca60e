/** Elements that carry `data-pane` take the focus in the order in which they stand. Folded ones are passed over. */
export function focusNextPane(): void {
  const panes = Array.from(document.querySelectorAll<HTMLElement>('[data-pane]')).filter(
    (pane) => pane.checkVisibility() && pane.offsetWidth > 0,
  )
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(here + 1) % panes.length]
  if (next === undefined) return
  const inside = next.querySelector<HTMLElement>(
    '[contenteditable="true"], [role="listbox"], [aria-current="true"], input, textarea, select, button, [tabindex="0"]',
  )
  const target = inside ?? next
  target.focus()
}
