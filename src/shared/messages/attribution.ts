import { area } from './define.ts'

/** The inspector's panel of attribution 署名与来源: its fields, what is missing, and the preview. */
export const attributionMessages = area('attribution', {
  // parts of the panel
  article: { zh: '稿件', en: 'Article' },
  sources: { zh: '来源', en: 'Sources' },
  source: { zh: '来源 {n, number}', en: 'Source {n, number}' },
  people: { zh: '署名', en: 'Byline' },
  permission: { zh: '授权', en: 'Permission' },
  changes: { zh: '改动', en: 'Changes' },
  pictures: { zh: '图片', en: 'Pictures' },
  labels: { zh: '标识', en: 'Labels' },
  preview: { zh: '读者看到的', en: 'As readers see it' },

  // what is missing
  missing: { zh: '还缺 {n, plural, other {# 项}}', en: '{n, plural, one {# item} other {# items}} missing' },
  allThere: { zh: '齐全', en: 'Complete' },
  complete: { zh: '署名与来源齐全', en: 'Attribution complete' },
  attention: { zh: '提醒', en: 'Note' },

  noNewsroom: { zh: '还没有联系上编辑部', en: 'The desk has not been reached yet' },
  noNewsroomHint: {
    zh: '栏目、稿源名单和审次由编辑部给出，连上后显示在这里。稿件可以照常撰写。',
    en: 'Columns, sources and review stages come from the desk and appear here once connected. You can write all the same.',
  },

  // the article
  chooseColumn: { zh: '选择栏目', en: 'Choose a column' },
  columnGone: { zh: '{id}（已不存在）', en: '{id} (no longer there)' },

  // sources
  organisation: { zh: '来源单位', en: 'Organisation' },
  sourceHint: { zh: '输入名称或简称，从稿源名单中选择', en: 'Type a name or alias to find it in the registry' },
  addSource: { zh: '添加来源', en: 'Add a source' },
  removeSource: { zh: '移除“{name}”', en: 'Remove “{name}”' },
  removeUnnamedSource: { zh: '移除来源 {n, number}', en: 'Remove source {n, number}' },
  noSourceMatches: { zh: '名单中没有，可以直接填写', en: 'Not in the registry; you may keep what you typed' },
  listed: { zh: '在名单上', en: 'On the list' },
  unlisted: { zh: '不在名单上', en: 'Not on the list' },
  registered: { zh: '已登记，不在转载名单上', en: 'Registered, but not listed for reprints' },
  checkedAgainst: { zh: '依据：{edition}', en: 'Checked against: {edition}' },
  licenceTerms: { zh: '授权条件：{terms}', en: 'Terms: {terms}' },
  ifAny: { zh: '如有', en: 'If any' },
  authorNotStatedShort: { zh: '来源未注明', en: 'Not stated' },

  // the original, kept
  originalCopy: { zh: '原文', en: 'Original' },
  originalKept: { zh: '原文存底，只能整体更换，不能改动', en: 'Kept as it was: it can be replaced, never edited' },
  keepOriginal: { zh: '录入原文', en: 'Keep the original' },
  replaceOriginal: { zh: '更换原文', en: 'Replace the original' },
  compare: { zh: '与本稿对照', en: 'Compare with this article' },
  originalLength: { zh: '{n, number} 字', en: '{n, plural, one {# word} other {# words}}' },
  originalText: { zh: '原文正文', en: 'Original text' },
  pasteOriginal: {
    zh: '粘贴来源发布的标题和全文。存底之后，本稿的改动都与它对照。',
    en: 'Paste the title and the whole text as the source published them. Changes in this article are then shown against it.',
  },
  replaceWarning: {
    zh: '更换后，原来的存底不再保留在这篇稿件里。',
    en: 'Once replaced, the earlier text is no longer kept with this article.',
  },
  keep: { zh: '存底', en: 'Keep' },
  replace: { zh: '更换', en: 'Replace' },

  // original against copy
  compareTitle: { zh: '原文与本稿', en: 'Original and this article' },
  theOriginal: { zh: '原文', en: 'Original' },
  thisArticle: { zh: '本稿', en: 'This article' },
  onlyOriginal: { zh: '本稿没有', en: 'Not in this article' },
  onlyCopy: { zh: '原文没有', en: 'Not in the original' },
  unchanged: { zh: '与原文一致', en: 'The same as the original' },
  titleChanged: { zh: '标题有改动', en: 'The title is different' },
  paragraphsDropped: {
    zh: '删去 {n, plural, other {# 段}}',
    en: '{n, plural, one {# paragraph} other {# paragraphs}} dropped',
  },
  paragraphsAdded: {
    zh: '增加 {n, plural, other {# 段}}',
    en: '{n, plural, one {# paragraph} other {# paragraphs}} added',
  },
  paragraphsReworded: {
    zh: '改写 {n, plural, other {# 段}}',
    en: '{n, plural, one {# paragraph} other {# paragraphs}} changed',
  },
  changeReason: { zh: '改动理由', en: 'Reason for the changes' },
  changeReasonHint: {
    zh: '转载不得歪曲原意；理由会印在文末。',
    en: 'A reprint must not distort; the reason is printed.',
  },

  // byline
  bylineAs: { zh: '署名方式', en: 'Signed by' },
  bylinePeople: { zh: '具体署名', en: 'People' },
  bylineStaff: { zh: '{staff}（不列姓名）', en: '{staff} (no names)' },
  moreBylines: { zh: '添加其他署名', en: 'Add other bylines' },
  namesHint: { zh: '姓名，按回车添加', en: 'A name, then Enter' },
  namesLimit: {
    zh: '每个姓名最多 {longest, number} 字，最多 {most, number} 个。框里的还没有添加',
    en: 'At most {longest, number} characters a name and {most, number} names. What is in the field is not added yet',
  },
  removeName: { zh: '移除{name}', en: 'Remove {name}' },
  realName: { zh: '真实姓名', en: 'Real name' },

  // permission
  basis: { zh: '授权依据', en: 'By what right' },
  own: { zh: '本单位作品', en: 'Own work' },
  licence: { zh: '取得授权', en: 'Licence' },
  listedSource: { zh: '名单内稿源', en: 'Listed source' },
  openLicence: { zh: '开放许可', en: 'Open licence' },
  legalBasis: { zh: '法定许可', en: 'Legal basis' },
  contract: { zh: '供稿合同', en: 'Contract' },
  evidence: { zh: '凭据', en: 'Evidence' },
  evidenceLicence: { zh: '授权书编号、日期，或授权人', en: 'Number and date of the licence, or who granted it' },
  evidenceListedSource: { zh: '名单名称与版次', en: 'Name and edition of the list' },
  evidenceOpenLicence: { zh: '许可协议名称或地址', en: 'Name or address of the licence' },
  evidenceLegalBasis: { zh: '法律条款', en: 'Paragraph of the law' },
  evidenceContract: { zh: '合同编号', en: 'Contract number' },
  fromRegistry: { zh: '填入名单版次', en: 'Fill in from the registry' },
  registryEvidence: { zh: '{source}，{edition}', en: '{source}, {edition}' },

  // AI use
  aiNone: { zh: '未使用', en: 'None' },
  aiAssisted: { zh: '辅助创作', en: 'Assisted' },
  aiGenerated: { zh: '生成内容', en: 'Generated' },
  aiPrinted: { zh: '正文前显示“{label}”，并写入元数据。', en: 'Readers see “{label}”; the metadata says it too.' },
  aiNothingPrinted: { zh: '不显示标识。', en: 'No label is shown.' },

  // pictures
  picture: { zh: '图片 {n, number}', en: 'Picture {n, number}' },
  alt: { zh: '替代文字', en: 'Alternative text' },
  altHint: { zh: '画面上有什么，给看不到图的人', en: 'What the picture shows, for who cannot see it' },
  caption: { zh: '图片说明', en: 'Caption' },
  credit: { zh: '作者', en: 'Credit' },
  rights: { zh: '权利', en: 'Rights' },
  pictureSource: { zh: '出处', en: 'Source' },
  showInText: { zh: '在正文中查看', en: 'Show in the text' },
  pictureComplete: { zh: '信息齐全', en: 'Complete' },
  pictureMissing: { zh: '缺 {n, number} 项', en: '{n, number} missing' },

  // preview
  underHeadline: { zh: '标题下', en: 'Under the headline' },
  atFoot: { zh: '文末', en: 'At the foot' },
  nothingPrinted: { zh: '填写后在这里显示', en: 'Appears as you fill it in' },

  // gaps: what to do about each
  gapHeadline: { zh: '写标题', en: 'Write a headline' },
  gapColumn: { zh: '选择栏目', en: 'Choose a column' },
  gapBody: { zh: '写正文', en: 'Write the text' },
  gapByline: { zh: '写明署名，或选本网讯', en: 'Name the authors, or sign as the staff' },
  gapEditor: { zh: '填写编辑', en: 'Name the editor' },
  gapResponsibleEditor: { zh: '填写责任编辑', en: 'Name the responsible editor' },
  gapPermission: { zh: '选择授权依据', en: 'Say by what right it appears' },
  gapEvidence: { zh: '填写授权凭据', en: 'Give the evidence of that right' },
  gapAiUse: { zh: '说明是否使用人工智能', en: 'Say whether AI was used' },
  gapChangeReason: { zh: '说明改动理由', en: 'Say why the original was changed' },
  gapSources: { zh: '添加来源', en: 'Add a source' },
  gapName: { zh: '填写来源名称', en: 'Name the source' },
  gapUrl: { zh: '填写原文链接', en: 'Give the original URL' },
  gapOriginalTitle: { zh: '录入原标题', en: 'Keep the original title' },
  gapOriginalText: { zh: '录入原文正文', en: 'Keep the original text' },
  gapAuthor: { zh: '填写原作者，或选来源未注明', en: 'Name the original author, or say that none is stated' },
  gapAlt: { zh: '填写替代文字', en: 'Write the alternative text' },
  gapCredit: { zh: '填写作者', en: 'Give the credit' },
  gapRights: { zh: '填写权利', en: 'Give the rights' },
  gapPictureSource: { zh: '填写出处', en: 'Say where it came from' },
  gapInvalid: {
    zh: '原文链接应为 http 或 https 地址',
    en: 'The original URL has to be an http or https address',
  },
  gapUnlisted: { zh: '来源不在转载名单上', en: 'The source is not on the list for reprints' },
  gapExpired: { zh: '来源今天不在有效期内', en: 'The source is not valid today' },
  gapNotAllowed: { zh: '授权依据不适用于这类稿件', en: 'The right given does not fit this kind of article' },
  gapOf: { zh: '{owner}：{gap}', en: '{owner}: {gap}' },
})
