/** Text out of bytes, and whether its encoding had to be guessed. */
export interface Decoded {
  text: string
  guessed: boolean
}

/**
 * Bytes whose encoding nobody states. What is valid UTF-8 is UTF-8: other encodings do not produce it by accident. What
 * is not, and reads as common Chinese throughout, is GBK, which Chinese agencies and desktop programs wrote for decades.
 * The rest is Western. The last two are guesses, and are said to be.
 */
export function decodeUnstated(bytes: Uint8Array): Decoded {
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== null) return { text: utf8, guessed: false }
  const encoding = looksLikeGbk(bytes) ? 'gb18030' : 'windows-1252'
  return { text: new TextDecoder(encoding).decode(bytes), guessed: true }
}

/** Null when it is something else. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Every character that is not ASCII takes two bytes of GB 2312's range, where all common characters are. An accented
 * letter of a Western text stands alone between ASCII letters, and fails at once.
 */
function looksLikeGbk(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) return false
    at += 1
  }
  return true
}
