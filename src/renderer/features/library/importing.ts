/** A chosen or dropped file, read. */
export interface ChosenFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface ImportJob {
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
  attachments: ChosenFile[]
}

const articleName = /\.(?:md|markdown|txt)$/i
const pictureName = /\.(?:jpe?g|png|gif|webp)$/i

export const isArticleFile = (name: string): boolean => articleName.test(name)
export const isImportable = (name: string): boolean => articleName.test(name) || pictureName.test(name)

/**
 * Each article file with the pictures that it names. A file that was chosen has lost its folder, so a picture goes
 * along under every path in the text that ends in its name.
 */
export function importJobs(files: readonly ChosenFile[]): ImportJob[] {
  const pictures = files.filter(({ name }) => pictureName.test(name))
  return files
    .filter(({ name }) => articleName.test(name))
    .map(({ name, bytes }) => {
      const text = new TextDecoder().decode(bytes)
      const attachments = pictures.flatMap((picture) =>
        pathsTo(picture.name, text).map((path) => ({ name: path, bytes: picture.bytes })),
      )
      return { fileName: name, bytes, attachments }
    })
}

/** Ways in which `text` writes a path to `name`, percent-escapes taken back. Each once. */
function pathsTo(name: string, text: string): string[] {
  const wanted = name.normalize('NFC')
  const written = new Set<string>()
  for (const spelling of new Set([wanted, encodeURI(wanted)])) {
    const pattern = new RegExp(String.raw`(?<folder>(?:[^\s()<>"'\[\]]+/)?)${escape(spelling)}`, 'gu')
    for (const { groups } of text.normalize('NFC').matchAll(pattern)) {
      written.add(decode(groups?.['folder'] ?? '') + wanted)
    }
  }
  return [...written]
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

function decode(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
