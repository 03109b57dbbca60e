import { z } from 'zod'

/**
 * Every failure that Galley expects. Each code has a message in messages/errors.ts that says what happened, what is
 * safe, and what to do next. A failure outside this set is a defect and crosses as `internal`.
 */
export const ErrorCode = z.enum([
  // the request
  'invalid_input',
  'not_found',
  'conflict',
  'too_large',
  'rate_limited',
  // who asks
  'unauthenticated',
  'wrong_password',
  'forbidden',
  'revoked_key',
  // the article's way
  'wrong_state',
  'attribution_incomplete',
  'open_clashes',
  'stale_revision',
  'unmerged_heads',
  'revision_mismatch',
  'not_signed_off',
  'self_review',
  'duplicate_verdict',
  'wrong_stage',
  'bad_signature',
  'bin_changed',
  'bin_held',
  // documents and files
  'document_invalid',
  'document_newer',
  'import_invalid',
  'media_unsupported',
  'media_missing',
  'media_unreadable',
  'decoder_unavailable',
  'archive_invalid',
  'archive_newer',
  'archive_not_written',
  'file_unusable',
  'cancelled',
  // the disk
  'database_newer',
  'database_damaged',
  'database_busy',
  'disk_full',
  'disk_read_only',
  'disk_failing',
  'folder_unusable',
  'profile_in_use',
  'keychain_unavailable',
  // the network
  'offline',
  'timeout',
  'server_unavailable',
  'idempotency_mismatch',
  'in_progress',
  'disconnected',
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Facts beside a code, for the message's placeholders and for logs. Plain JSON. */
export type ErrorDetails = Record<string, unknown>

/** The form in which a failure crosses a process or the network. */
export const WireError = z.object({
  code: ErrorCode,
  message: z.string(),
  retryable: z.boolean(),
  details: z.record(z.string(), z.unknown()),
})
export type WireError = z.infer<typeof WireError>

/** Sending the same request again later may succeed. */
const retryable: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'timeout',
  'server_unavailable',
  'rate_limited',
  'in_progress',
  'disconnected',
  'database_busy',
  'disk_full',
  'disk_read_only',
  'disk_failing',
  'media_unreadable',
])

export class GalleyError extends Error {
  override readonly name = 'GalleyError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }

  get retryable(): boolean {
    return retryable.has(this.code)
  }
}

export function toWire(error: unknown): WireError {
  if (error instanceof GalleyError) {
    const { code, message, details } = error
    return { code, message, retryable: error.retryable, details }
  }
  return { code: 'internal', message: 'internal', retryable: false, details: {} }
}

export const fromWire = ({ code, details }: WireError): GalleyError => new GalleyError(code, details)

export const isGalleyError = (error: unknown, code?: ErrorCode): error is GalleyError =>
  error instanceof GalleyError && (code === undefined || error.code === code)
