import { safeUrl } from '#shared/domain/url.ts'

/** Of the stored form: see shared/document/inline. */
export const longestAddress = 2048

/** The address that a person meant, complete and safe to follow; null when there is none. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || text.length > longestAddress) return null
  const given = safeUrl(text)
  if (given !== null) return given
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return safeUrl(`mailto:${text}`)
  return /^[^\s/:]+\.[^\s/:]+(?::\d+)?(?:[/?#]\S*)?$/.test(text) ? safeUrl(`https://${text}`) : null
}
