import type { PermissionBasis, RightToPublish } from '#shared/domain/attribution.ts'
import { permissionBases } from '#shared/domain/attributionRules.ts'
import type { ArticleKind } from '#shared/domain/kinds.ts'

export interface PermissionChoices {
  bases: readonly PermissionBasis[]
  /** Null when nothing was chosen, or something that fits another kind only: the record keeps that until a new choice. */
  chosen: PermissionBasis | null
}

export function permissionChoices(kind: ArticleKind, permission: RightToPublish | null): PermissionChoices {
  const bases = permissionBases[kind]
  return { bases, chosen: bases.find((basis) => basis === permission?.basis) ?? null }
}

/** The evidence stays when the basis changes: people correct the one and then the other. */
export const withBasis = (permission: RightToPublish | null, basis: PermissionBasis): RightToPublish => ({
  basis,
  evidence: permission?.evidence ?? '',
})
