import { z } from 'zod'

/**
 * Why a point of an article's history was made. `writing` points are made by core as people write, and are thinned with
 * age; every other point is kept for ever.
 */
export const PointReason = z.enum([
  'writing',
  'imported',
  'submitted',
  /** A text that arrived from another desktop. */
  'received',
  'beforeMerge',
  'merged',
  'beforeRestore',
  'restored',
])
export type PointReason = z.infer<typeof PointReason>

/** What happened to a revision on its way: read from its verdicts and receipts. */
export const MarkReason = z.enum(['approved', 'signedOff', 'returned', 'rejected', 'published'])
export type MarkReason = z.infer<typeof MarkReason>

/** What a point adds to the one before it. Characters. */
export const ChangeSize = z.object({ added: z.int().min(0), removed: z.int().min(0) })
export type ChangeSize = z.infer<typeof ChangeSize>
