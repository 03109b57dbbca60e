import { open } from 'node:fs/promises'

const starts = [/^\xff\xd8\xff/, /^\x89PNG\r\n/, /^GIF8[79]a/, /^RIFF[^]{4}WEBP/]

/** Whether a file begins as one of the four kinds: then it is a damaged picture, and not another type. */
export async function startsAsPicture(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0)
    const start = buffer.toString('latin1', 0, bytesRead)
    return starts.some((kind) => kind.test(start))
  } finally {
    await file.close()
  }
}
