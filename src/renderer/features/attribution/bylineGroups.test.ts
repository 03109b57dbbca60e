import { expect, it } from 'vitest'

import { noPeople } from '#shared/domain/attribution.ts'
import { bylineGroups } from './bylineGroups.ts'

it('asks each kind for the names that it usually has', () => {
  expect(bylineGroups('original', noPeople, false)).toEqual(['reporters', 'correspondents', 'photographers'])
  expect(bylineGroups('compiled', noPeople, false)).toEqual(['translators'])
  expect(bylineGroups('reprint', noPeople, false)).toEqual([])
})

it('never hides a name', () => {
  const byline = { ...noPeople, photographers: ['沈一帆'] }
  expect(bylineGroups('reprint', byline, false)).toEqual(['photographers'])
})
