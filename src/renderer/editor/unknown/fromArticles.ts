import canonicalize from 'canonicalize'

const seen = new Set<string>()

/** Remembers a node that this version does not know, and that an opened article brought along. */
export function rememberUnknown(raw: object): void {
  seen.add(form(raw))
}

/**
 * Such a node may be moved by cutting and pasting. The clipboard cannot bring new ones: nobody could tell what they do
 * in a version that knows them.
 */
export const isFromArticle = (raw: object): boolean => seen.has(form(raw))

/** Without the id, which a copy has of its own. */
const form = (raw: object): string => canonicalize({ ...raw, $: null }) ?? ''
