import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import type { Options as WriteOptions } from 'mdast-util-to-markdown'
import { gfm } from 'micromark-extension-gfm'

import { cjkEmphasis } from './cjkEmphasis.ts'

/**
 * CommonMark with struck-out text and with emphasis beside Chinese; tables and footnotes are recognised so that they can be kept as they were typed.
 * Left out: code by indentation, because Chinese copy indents its paragraphs; addresses that become links by
 * themselves and ticked lists, because then plain words would not come back as the same plain words.
 */
const syntax = [
  gfm({ singleTilde: false }),
  cjkEmphasis,
  { disable: { null: ['codeIndented', 'wwwAutolink', 'protocolAutolink', 'emailAutolink', 'tasklistCheck'] } },
]
/** Without the one that turns addresses into links after escapes have been read. */
const readers = gfmFromMarkdown().filter(({ transforms }) => transforms === undefined)

export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: syntax, mdastExtensions: readers })

/** Without the one that escapes addresses, which are left alone here. */
const writers = (gfmToMarkdown().extensions ?? []).filter(
  ({ unsafe }) => unsafe?.some(({ character }) => character === '@') !== true,
)

export const writeOptions: WriteOptions = {
  bullet: '-',
  bulletOther: '*',
  emphasis: '*',
  strong: '*',
  listItemIndent: 'one',
  extensions: writers,
  unsafe: [
    // An indent that somebody typed is stripped when a file is read; one that is part of the words is not.
    { atBreak: true, character: '\u3000' },
    // The writer leaves `<` alone before digits, but `<3@example.org>` is an address too.
    {
      character: '<',
      after: String.raw`\S`,
      inConstruct: 'phrasing',
      notInConstruct: ['autolink', 'destinationLiteral'],
    },
  ],
}
