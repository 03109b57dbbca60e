/** The beginning of a fingerprint: enough for people to tell two of them apart. */
export const shortId = (hash: string): string => hash.slice(0, 8)
