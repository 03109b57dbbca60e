/**
 * What every answer to a window carries. Scripts, styles and fonts come from the program itself and from nowhere else;
 * there is no `unsafe-*` and no inline anything, so that text which slipped through as markup still cannot act.
 */
export function securityHeaders({ sockets = [] }: { sockets?: readonly string[] } = {}): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...sockets].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}

/** Names of built files and of pictures contain a hash of their content; the page that refers to them does not. */
export const cacheControl = (hashed: boolean): string => (hashed ? 'private, max-age=31536000, immutable' : 'no-store')
