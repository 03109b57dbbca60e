import { maxJson } from './limits.ts'
import { invalid } from './zipReader.ts'

const newline = 0x0a

/** The lines of a text that comes in pieces, none longer than one JSON may be. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>, entry: string): AsyncGenerator<string> {
  let open: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      open.push(piece.subarray(from, end))
      yield Buffer.concat(open).toString('utf8')
      open = []
      length = 0
      from = end + 1
    }
    open.push(piece.subarray(from))
    length += piece.length - from
    if (length > maxJson) throw invalid('tooLarge', { entry })
  }
  if (length > 0) yield Buffer.concat(open).toString('utf8')
}
