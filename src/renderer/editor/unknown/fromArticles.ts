import canonicalize from 'canonicalize'

const seen = new Map<string, object>()

/** Remembers a node that this version does not know, and that an opened article brought along. */
export function rememberUnknown(raw: object): void {
  seen.set(form(raw), raw)
}

/**
 * Such a node may be moved by cutting and pasting; it is answered as it came. Null for one that no article brought: the
 * clipboard cannot bring new ones, because nobody could tell what they do in a version that knows them.
 */
export const asRemembered = (raw: object): object | null => seen.get(form(raw)) ?? null

/** Without the id, which a copy has of its own. */
const form = (raw: object): string => canonicalize({ ...raw, $: null }) ?? ''
