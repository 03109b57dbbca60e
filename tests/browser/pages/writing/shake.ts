import type { LexicalEditor } from 'lexical'
import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $selectAll,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical'

import { MediaHash } from '#shared/domain/ids.ts'
import { $removeLinks, $setLink } from '#renderer/editor/links/setLink.ts'
import { $createPictureNode } from '#renderer/editor/picture/PictureNode.tsx'
import { runTextCommand, textCommands } from '#renderer/editor/styles/textCommands.ts'
import type { Random } from '../../../kit/random.ts'
import { randomFrom } from '../../../kit/random.ts'

/** Whoever writes: what they do next, and the next character that they write. */
export interface Person {
  random: Random
  word: () => string
}

const html: ((word: () => string) => string)[] = [
  (word) => `<p>${word()}${word()}</p>`,
  (word) =>
    `<h2>${word()}</h2><p>${word()}<b>${word()}</b></p><ul><li>${word()}</li><li>${word()}<ul><li>${word()}</li></ul></li></ul>`,
  (word) => `<blockquote>${word()}</blockquote><p>${word()}</p><p>b</p><p>c</p>`,
  () => '<ol><li>1</li><li>2</li></ol>',
]

const words = ({ random, word }: Person): string => Array.from({ length: 1 + random(3) }, word).join('')

/** What a person, or an input method, or another program may do next. */
const steps: Record<string, (editor: LexicalEditor, person: Person) => void> = {
  type: (editor, person) => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, words(person)),
  typeAgain: (editor, { word }) => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, word()),
  split: (editor) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND),
  splitAgain: (editor) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND),
  lineBreak: (editor) => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false),
  backspace: (editor) => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true),
  merge(editor) {
    caretAtStart(editor)
    editor.dispatchCommand(KEY_BACKSPACE_COMMAND, new KeyboardEvent('keydown', { key: 'Backspace' }))
  },
  deleteForward: (editor) => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false),
  removeSelected: (editor) => editor.dispatchCommand(REMOVE_TEXT_COMMAND, null),
  style(editor, { random }) {
    const usable = textCommands.filter((id) => id !== 'text.link' && id !== 'text.picture')
    const id = usable[random(usable.length)]
    if (id !== undefined) runTextCommand(editor, id)
  },
  indent: (editor) => editor.dispatchCommand(INDENT_CONTENT_COMMAND),
  outdent: (editor) => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND),
  link: (editor, { random }) => editor.update(() => $setLink(`https://example.org/${random(9)}`)),
  unlink: (editor) => editor.update($removeLinks),
  pasteHtml: (editor, { random, word }) => paste(editor, { 'text/html': html[random(html.length)]?.(word) ?? '' }),
  pasteText: (editor, { random, word }) =>
    paste(editor, { 'text/plain': `${word()}\n${word()}\n${word()}\n`.slice(0, 1 + random(6)) }),
  copyAndPaste: (editor, { random }) => copyAndPaste(editor, random),
  cutAndPaste: (editor, { random }) => copyAndPaste(editor, random, true),
  move: (editor, { random }) =>
    editor.update(() => {
      const [from, to] = [$getRoot().getChildAtIndex(random(20)), $getRoot().getChildAtIndex(random(20))]
      if (from !== null && to !== null && !from.is(to)) to.insertBefore(from, false)
    }),
  picture: (editor, { random, word }) =>
    editor.update(() => {
      const media = MediaHash.parse(String(random(10)).repeat(64))
      const details = { alt: '', caption: word(), credit: '', rights: '', source: '' }
      $getRoot()
        .getChildAtIndex(random(20))
        ?.insertAfter($createPictureNode({ media, width: 4, height: 3, ...details }))
    }),
  undo: (editor) => editor.dispatchCommand(UNDO_COMMAND),
  undoAgain: (editor) => editor.dispatchCommand(UNDO_COMMAND),
  redo: (editor) => editor.dispatchCommand(REDO_COMMAND),
  deleteAll(editor, { random }) {
    if (random(8) !== 0) return
    editor.update(() => $selectAll(), { discrete: true })
    editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  },
}

export interface Shaking {
  seed: number
  steps: number
  /** Looks after each step, or after some of them. */
  check: () => Promise<string | null>
  /** What happens beside the editor meanwhile, as often as six kinds of steps. */
  others: ((random: Random) => void) | null
  word?: () => string
}

/** Edits at random. Answers the first complaint with the steps that led to it. */
export async function shake(
  editor: LexicalEditor,
  { seed, steps: count, check, others, word = () => '字' }: Shaking,
): Promise<string | null> {
  const random = randomFrom(seed)
  const names = [...Object.keys(steps), ...(others === null ? [] : Array.from({ length: 6 }, () => 'others'))]
  const done: string[] = []
  for (let step = 0; step < count; step += 1) {
    const name = names[random(names.length)] ?? 'type'
    done.push(name)
    if (random(2) === 0) selectSomewhere(editor, random)
    try {
      if (name === 'others') others?.(random)
      else steps[name]?.(editor, { random, word })
      // Lexical commits in a microtask; what it left for later comes after.
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
      // Now and then the words of several steps are saved, or merged, together.
      const complaint = random(3) === 0 && step < count - 1 ? null : await check()
      if (complaint !== null) return `seed ${seed}: ${done.join(' ')}: ${complaint}`
    } catch (error) {
      return `seed ${seed}: ${done.join(' ')}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    }
  }
  return null
}

function selectSomewhere(editor: LexicalEditor, random: Random): void {
  editor.update(
    () => {
      const texts = $getRoot().getAllTextNodes()
      const selection = $createRangeSelection()
      const place = (point: typeof selection.anchor) => {
        const text = texts[random(texts.length)]
        if (text !== undefined) return point.set(text.getKey(), random(text.getTextContentSize() + 1), 'text')
        const first = $getRoot().getFirstChild()
        if ($isElementNode(first)) point.set(first.getKey(), 0, 'element')
      }
      place(selection.anchor)
      if (random(3) === 0) place(selection.focus)
      else selection.focus.set(selection.anchor.key, selection.anchor.offset, selection.anchor.type)
      if (selection.anchor.key !== 'root') $setSelection(selection)
    },
    { discrete: true },
  )
}

function caretAtStart(editor: LexicalEditor): void {
  editor.update(
    () => {
      const text = $getRoot().getAllTextNodes().at(-1)
      if ($isTextNode(text)) text.select(0, 0)
    },
    { discrete: true },
  )
}

const pasteEvent = (data: DataTransfer) => new ClipboardEvent('paste', { clipboardData: data })

function paste(editor: LexicalEditor, forms: Record<string, string>): void {
  const data = new DataTransfer()
  for (const [type, text] of Object.entries(forms)) data.setData(type, text)
  editor.dispatchCommand(PASTE_COMMAND, pasteEvent(data))
}

function copyAndPaste(editor: LexicalEditor, random: Random, cut = false): void {
  selectSomewhere(editor, random)
  const data = new DataTransfer()
  const type = cut ? 'cut' : 'copy'
  editor.getRootElement()?.dispatchEvent(new ClipboardEvent(type, { clipboardData: data, cancelable: true }))
  if (cut) editor.dispatchCommand(CUT_COMMAND, new ClipboardEvent('cut', { clipboardData: data }))
  if (random(2) === 0) selectSomewhere(editor, random)
  editor.dispatchCommand(PASTE_COMMAND, pasteEvent(data))
}
