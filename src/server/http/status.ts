import type { ErrorCode } from '#shared/rpc/errors.ts'

/** How each expected failure looks to HTTP. Codes of the desktop alone never leave a server and count as defects. */
const statuses: Partial<Record<ErrorCode, number>> = {
  invalid_input: 400,
  unauthenticated: 401,
  wrong_password: 401,
  forbidden: 403,
  self_review: 403,
  bad_signature: 403,
  revoked_key: 403,
  not_found: 404,
  conflict: 409,
  wrong_state: 409,
  wrong_stage: 409,
  stale_revision: 409,
  unmerged_heads: 409,
  not_signed_off: 409,
  duplicate_verdict: 409,
  in_progress: 409,
  too_large: 413,
  media_unsupported: 415,
  attribution_incomplete: 422,
  open_clashes: 422,
  revision_mismatch: 422,
  document_invalid: 422,
  document_newer: 422,
  media_missing: 422,
  idempotency_mismatch: 422,
  rate_limited: 429,
  server_unavailable: 503,
  decoder_unavailable: 503,
}

export const statusOf = (code: ErrorCode): number => statuses[code] ?? 500
