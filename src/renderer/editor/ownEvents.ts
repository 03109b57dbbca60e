/** What happens in the fields of a picture or a clash is no business of the editor around them. */
const ownEvents = [
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
]

export function keepEventsInside<T extends HTMLElement>(element: T): T {
  for (const type of ownEvents) element.addEventListener(type, keepInside)
  return element
}

export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

function keepInside(event: Event): void {
  if (isField(event.target)) event.stopPropagation()
}
