import { create } from 'zustand'

import type { Gap, GapPlace } from '#shared/domain/attributionRules.ts'

/** The id of the control that mends a gap: `place-source-0-url`. */
export function placeId(place: GapPlace): string {
  switch (place.at) {
    case 'field':
      return `place-${place.field}`
    case 'source':
      return `place-source-${place.index}-${place.field}`
    case 'picture':
      return `place-picture-${place.blockId}-${place.field}`
  }
}

/** The headline and the text are mended on the page; everything else in the inspector. */
export const isOnPage = (place: GapPlace): boolean =>
  place.at === 'field' && (place.field === 'headline' || place.field === 'body')

export const gapAt = (gaps: readonly Gap[], place: GapPlace): Gap | undefined => {
  const id = placeId(place)
  return gaps.find((gap) => placeId(gap.place) === id)
}

interface Wanted {
  place: GapPlace | null
  want: (place: GapPlace | null) => void
}

/** A field of the attribution that a person was sent to; it waits here until the panel that has it is on the screen. */
export const useWanted = create<Wanted>((set) => ({ place: null, want: (place) => set({ place }) }))

/** Puts the caret where the gap is mended. Says whether the place is on the screen. */
export function focusPlace(place: GapPlace): boolean {
  const element = document.getElementById(placeId(place))
  if (element === null) return false
  const card = element.closest('details')
  if (card !== null) card.open = true
  const control = element.matches(controls) ? element : element.querySelector<HTMLElement>(firstControl(element))
  element.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
  return true
}

const controls = 'input, textarea, select, button'

const firstControl = (element: HTMLElement): string =>
  element.querySelector('input:checked') === null ? controls : 'input:checked'
