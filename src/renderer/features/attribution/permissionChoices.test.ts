import { expect, it } from 'vitest'

import type { PermissionBasis } from '#shared/domain/attribution.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'
import { permissionChoices, withBasis } from './permissionChoices.ts'

it.each<[ArticleKind, PermissionBasis[]]>([
  ['original', ['own']],
  ['reprint', ['licence', 'listedSource', 'openLicence', 'legalBasis']],
  ['wire', ['contract']],
  ['compiled', ['licence', 'listedSource', 'openLicence', 'legalBasis']],
])('offers for %s what fits it', (kind, bases) => {
  expect(permissionChoices(kind, null)).toEqual({ bases, chosen: null })
})

it('shows no choice where the one made fits another kind, and shows it again when the kind comes back', () => {
  const permission = { basis: 'openLicence', evidence: 'CC BY 4.0' } as const
  expect(permissionChoices('wire', permission).chosen).toBeNull()
  expect(permissionChoices('reprint', permission).chosen).toBe('openLicence')
})

it('keeps the evidence when another basis is chosen', () => {
  expect(withBasis({ basis: 'licence', evidence: '授权书 12 号' }, 'legalBasis')).toEqual({
    basis: 'legalBasis',
    evidence: '授权书 12 号',
  })
})
