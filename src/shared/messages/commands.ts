import { area } from './define.ts'

/** Names of commands: in menus, in the palette and on buttons. They say what is done, as an order. */
export const commandMessages = area('commands', {
  newOriginal: { zh: '新建原创稿', en: 'New original' },
  newReprint: { zh: '新建转载稿', en: 'New reprint' },
  newWire: { zh: '新建通稿', en: 'New wire article' },
  newCompiled: { zh: '新建编译稿', en: 'New compiled article' },
  import: { zh: '导入文件…', en: 'Import files…' },
  export: { zh: '导出为 Markdown', en: 'Export as Markdown' },
  save: { zh: '立即保存', en: 'Save now' },
  settings: { zh: '设置…', en: 'Settings…' },

  nextClash: { zh: '到下一处多个版本', en: 'Go to the next place with several versions' },
  bold: { zh: '加粗', en: 'Bold' },
  italic: { zh: '斜体', en: 'Italic' },
  link: { zh: '链接…', en: 'Link…' },
  paragraph: { zh: '正文段落', en: 'Paragraph' },
  heading2: { zh: '小标题', en: 'Subhead' },
  heading3: { zh: '次级小标题', en: 'Lower subhead' },
  quote: { zh: '引文', en: 'Quote' },
  numberList: { zh: '编号列表', en: 'Numbered list' },
  bulletList: { zh: '项目列表', en: 'Bulleted list' },
  picture: { zh: '插入图片…', en: 'Insert pictures…' },

  rename: { zh: '修改稿名', en: 'Rename' },
  bin: { zh: '移到回收站', en: 'Move to the bin' },
  restore: { zh: '从回收站恢复', en: 'Restore from the bin' },

  coWriters: { zh: '请人合写', en: 'Let a colleague write' },
  submit: { zh: '送审', en: 'Submit for review' },
  approve: { zh: '审稿通过', en: 'Approve' },
  return: { zh: '退改', en: 'Return to the author' },
  reject: { zh: '退稿', en: 'Reject' },
  publish: { zh: '发布', en: 'Publish' },

  palette: { zh: '命令面板…', en: 'Command palette…' },
  search: { zh: '查找稿件…', en: 'Search articles…' },
  showMine: { zh: '看我的稿件', en: 'Show my articles' },
  showToReview: { zh: '看待审稿件', en: 'Show articles to review' },
  showReturned: { zh: '看退改稿件', en: 'Show returned articles' },
  showSignedOff: { zh: '看已签发稿件', en: 'Show signed-off articles' },
  showPublished: { zh: '看已发布稿件', en: 'Show published articles' },
  showBin: { zh: '看回收站', en: 'Show the bin' },
  toggleLibrary: { zh: '收起或展开稿库', en: 'Fold or unfold the library' },
  toggleList: { zh: '收起或展开稿件列表', en: 'Fold or unfold the list' },
  toggleInspector: { zh: '收起或展开右侧栏', en: 'Fold or unfold the inspector' },
  showAttribution: { zh: '看署名与来源', en: 'Show the attribution' },
  showHistory: { zh: '看历史', en: 'Show the history' },
  showReview: { zh: '看审稿', en: 'Show the review' },
  showRelated: { zh: '看相关稿件', en: 'Show related articles' },
  nextPane: { zh: '移到下一栏', en: 'Go to the next pane' },

  syncNow: { zh: '立即同步', en: 'Sync now' },
  goOffline: { zh: '离线工作', en: 'Work offline' },
  goOnline: { zh: '恢复联网', en: 'Go back online' },

  rebuildSearch: { zh: '重建查找索引', en: 'Rebuild the search index' },

  shortcuts: { zh: '快捷键一览', en: 'Keyboard shortcuts' },

  menuFile: { zh: '文件', en: 'File' },
  menuEdit: { zh: '编辑', en: 'Edit' },
  menuArticle: { zh: '稿件', en: 'Article' },
  menuReview: { zh: '审稿', en: 'Review' },
  menuView: { zh: '视图', en: 'View' },
  menuHelp: { zh: '帮助', en: 'Help' },
})
