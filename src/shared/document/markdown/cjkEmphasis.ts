import type { Options } from 'mdast-util-from-markdown'

type Extension = Exclude<NonNullable<Options['extensions']>[number], readonly unknown[]>
type Construct = Exclude<NonNullable<Extension['text']>[number], readonly unknown[] | undefined>
type Tokenize = Construct['tokenize']
type State = ReturnType<Tokenize>
type Code = Parameters<State>[0]

const asterisk = 42

/**
 * CommonMark finds no emphasis in 记者**“现场”**报道, because quotation marks count as punctuation and Chinese puts no
 * space around them. Here a Chinese neighbour serves as a space does. Other text is read exactly as CommonMark has it.
 */
const emphasis: Construct = {
  name: 'cjkEmphasis',
  tokenize(effects, ok) {
    const { previous } = this
    const spans = this.parser.constructs.attentionMarkers.null ?? []
    const opensSpan = (code: Code): boolean => code !== null && spans.includes(code) && code !== asterisk && code !== 95

    const inside: State = (code) => {
      if (code === asterisk) {
        effects.consume(code)
        return inside
      }
      const run = effects.exit('attentionSequence')
      run._open = leans(code, previous) || opensSpan(code)
      run._close = leans(previous, code) || opensSpan(previous)
      return ok(code)
    }
    return (code) => {
      effects.enter('attentionSequence')
      return inside(code)
    }
  },
  /** Pairing the runs is CommonMark's own. */
  resolveAll(events, context) {
    const attention = context.parser.constructs.insideSpan.null?.find(
      (resolver) => 'name' in resolver && resolver.name === 'attention',
    )
    return attention?.resolveAll?.(events, context) ?? events
  },
}

export const cjkEmphasis: Extension = { text: { [asterisk]: emphasis } }

/** Whether a run of asterisks leans on `near`: it may open before it, or close behind it. `far` is on its other side. */
function leans(near: Code, far: Code): boolean {
  if (isSpace(near)) return false
  return !isMark(near) || isSpace(far) || isMark(far) || isChinese(far)
}

const isSpace = (code: Code): boolean => code === null || code < 0 || /\s/u.test(String.fromCharCode(code))

/** Punctuation that does not belong to Chinese alone. */
const isMark = (code: Code): boolean => is(code, /[\p{P}\p{S}]/u) && !isChinese(code)

const isChinese = (code: Code): boolean =>
  is(code, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff00-\uffef]/u)

const is = (code: Code, pattern: RegExp): boolean =>
  code !== null && code >= 0 && pattern.test(String.fromCharCode(code))
