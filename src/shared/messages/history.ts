import { area } from './define.ts'

/** The inspector's panel of history, and the comparison of two texts. */
export const historyMessages = area('history', {
  // why a point was made
  writing: { zh: '自动保存', en: 'Saved while writing' },
  imported: { zh: '导入', en: 'Imported' },
  submitted: { zh: '送审', en: 'Submitted' },
  received: { zh: '从别处收到', en: 'Received' },
  beforeMerge: { zh: '合并之前', en: 'Before merging' },
  merged: { zh: '合并', en: 'Merged' },
  beforeRestore: { zh: '恢复之前', en: 'Before restoring' },
  restored: { zh: '恢复', en: 'Restored' },
  approved: { zh: '通过', en: 'Approved' },
  signedOff: { zh: '签发', en: 'Signed off' },
  returned: { zh: '退改', en: 'Returned' },
  rejected: { zh: '退稿', en: 'Rejected' },
  published: { zh: '发布', en: 'Published' },

  // the timeline
  list: { zh: '历史版本', en: 'Versions' },
  restoredFrom: { zh: '取自 {at}', en: 'from {at}' },
  characters: { zh: '{n, plural, other {# 字符}}', en: '{n, plural, one {# char} other {# chars}}' },
  added: { zh: '+{n, number}', en: '+{n, number}' },
  removed: { zh: '−{n, number}', en: '−{n, number}' },
  notHere: { zh: '这一版还没有取到本机', en: 'This version has not reached this computer' },
  empty: { zh: '还没有历史版本', en: 'No versions yet' },
  emptyHint: {
    zh: '停笔半分钟会自动留下一版，送审、退改、签发、恢复之前也各留一版。从这里可以逐字比较，取回整篇或一段。',
    en: 'A version is kept whenever you pause for half a minute, and with every submission, return, sign-off and restore. From here you can compare word by word and bring back the whole or a paragraph.',
  },
  failed: { zh: '历史没有读出来', en: 'The history could not be read' },
  retry: { zh: '再试一次', en: 'Try again' },

  // the comparison
  compareTitle: { zh: '比较版本', en: 'Compare versions' },
  compareWith: { zh: '与谁比较', en: 'Compare with' },
  withNow: { zh: '与现在比较', en: 'With the text now' },
  withPrevious: { zh: '与上一版比较', en: 'With the version before' },
  now: { zh: '现在', en: 'Now' },
  nothingBefore: { zh: '开始之前', en: 'Before the beginning' },
  layout: { zh: '排法', en: 'Layout' },
  sideBySide: { zh: '左右并排', en: 'Side by side' },
  inline: { zh: '合在一起', en: 'In one text' },
  onlyChanges: { zh: '只看改动', en: 'Only changes' },
  changes: {
    zh: '{n, plural, =0 {没有改动} other {# 处改动}}',
    en: '{n, plural, =0 {No changes} one {# change} other {# changes}}',
  },
  changeOf: { zh: '第 {n, number} 处，共 {total, number} 处', en: 'Change {n, number} of {total, number}' },
  previousChange: { zh: '上一处改动', en: 'Previous change' },
  nextChange: { zh: '下一处改动', en: 'Next change' },
  unchanged: {
    zh: '{n, plural, other {# 段}}没有改动',
    en: '{n, plural, one {# paragraph} other {# paragraphs}} unchanged',
  },
  noDifference: { zh: '两版一字不差', en: 'The two are the same, word for word' },

  // what became of a line
  changeAdded: { zh: '新增', en: 'Added' },
  changeRemoved: { zh: '删去', en: 'Removed' },
  changeChanged: { zh: '改动', en: 'Changed' },
  changeMoved: { zh: '移动', en: 'Moved' },
  changeStyle: { zh: '{before} → {after}', en: '{before} → {after}' },
  looks: { zh: '样式有改动', en: 'Another style' },
  fieldChanged: { zh: '内容有改动', en: 'Changed' },
  fileChanged: { zh: '换了图片文件', en: 'Another picture file' },
  version: { zh: '并存的一版', en: 'One of two versions' },
  unknownBlock: { zh: '这一版软件不认识的内容', en: 'Content that this version of Galley does not know' },

  // styles
  paragraph: { zh: '正文', en: 'Paragraph' },
  h2: { zh: '小标题', en: 'Subhead' },
  h3: { zh: '次级小标题', en: 'Minor subhead' },
  quote: { zh: '引文', en: 'Quote' },
  bullet: { zh: '列表', en: 'List' },
  number: { zh: '编号列表', en: 'Numbered list' },
  numberFrom: { zh: '从 {n, number} 起编号', en: 'Numbered from {n, number}' },
  picture: { zh: '图片', en: 'Picture' },
  clash: { zh: '两版并存', en: 'Two versions' },

  // fields
  sources: { zh: '来源', en: 'Sources' },
  permission: { zh: '授权', en: 'Permission' },

  // bringing back
  restoreAll: { zh: '恢复成这一版', en: 'Restore this version' },
  restoreAllHint: {
    zh: '稿件会变回这一版；现在的文字先留作一版，随时可以再取回。',
    en: 'The article becomes this version again. What it says now is kept as a version first.',
  },
  restorePart: { zh: '恢复这一处', en: 'Restore this' },
  restoring: { zh: '正在恢复…', en: 'Restoring…' },
  readOnly: {
    zh: '稿件在审或不归你写，只能比较，不能恢复。',
    en: 'The article is in review or not yours to write in: it can be compared, but not restored.',
  },

  // review
  sinceMine: { zh: '看我上次审后的改动', en: 'What changed since I judged it' },
  sinceOthers: { zh: '看上次审后的改动', en: 'What changed since it was last judged' },
  judgedText: { zh: '上次审的一版', en: 'The revision judged' },
  submittedText: { zh: '送来的这一版', en: 'The revision submitted' },
})
