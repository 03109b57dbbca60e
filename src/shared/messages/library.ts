import { area } from './define.ts'

export const libraryMessages = area('library', {
  mine: { zh: '我的稿件', en: 'My articles' },
  toReview: { zh: '待审', en: 'To review' },
  returned: { zh: '退改', en: 'Returned' },
  signedOff: { zh: '已签发', en: 'Signed off' },
  published: { zh: '已发布', en: 'Published' },
  bin: { zh: '回收站', en: 'Bin' },
  shelves: { zh: '稿库分类', en: 'Shelves' },
  count: { zh: '{name}，{n, number} 篇', en: '{name}, {n, plural, one {# article} other {# articles}}' },

  articles: { zh: '{n, number} 篇', en: '{n, plural, one {# article} other {# articles}}' },

  newArticle: { zh: '新建', en: 'New' },
  newAs: { zh: '选择稿件类型', en: 'Choose the kind' },
  originalHint: { zh: '本单位采写', en: 'Reported by your newsroom' },
  reprintHint: { zh: '转载名单内来源的稿件', en: 'Taken whole from a listed source' },
  wireHint: { zh: '按合同使用的通讯社稿件', en: 'From an agency, by contract' },
  compiledHint: { zh: '据一个或多个来源编译', en: 'Put together from one or more sources' },
  open: { zh: '打开', en: 'Open' },

  untitled: { zh: '未定稿名', en: 'Untitled' },
  noText: { zh: '还没有正文', en: 'No text yet' },

  drafting: { zh: '写稿中', en: 'Drafting' },
  inReview: { zh: '审稿中', en: 'In review' },
  atStage: { zh: '{stage}中', en: 'In review: {stage}' },
  stateReturned: { zh: '已退改', en: 'Returned' },
  rejected: { zh: '已退稿', en: 'Rejected' },
  stateSignedOff: { zh: '已签发', en: 'Signed off' },
  statePublished: { zh: '已发布', en: 'Published' },

  pendingSubmit: { zh: '待送审', en: 'Submission waiting' },
  pendingVerdict: { zh: '结论待送出', en: 'Verdict waiting' },
  pendingPublish: { zh: '待发布', en: 'Publication waiting' },
  rejectedSubmit: { zh: '送审被拒', en: 'Submission refused' },
  rejectedVerdict: { zh: '结论被拒', en: 'Verdict refused' },
  rejectedPublish: { zh: '发布被拒', en: 'Publication refused' },

  emptyMine: { zh: '这里放你写的稿件', en: 'Your own articles live here' },
  emptyMineHint: {
    zh: '写下的每个字都先存到本机，断网也不会丢。',
    en: 'Every word is kept on this computer first, with or without a network.',
  },
  emptyToReview: { zh: '没有等你审的稿件', en: 'Nothing waits for your review' },
  emptyToReviewHint: {
    zh: '同事送审、轮到你这一审次的稿件会出现在这里。',
    en: 'Articles that colleagues submit, and that stand at a stage of yours, appear here.',
  },
  emptyReturned: { zh: '没有退改的稿件', en: 'Nothing was returned' },
  emptyReturnedHint: {
    zh: '审稿人退回修改的稿件连同意见会出现在这里，改好后可以再次送审。',
    en: 'Articles that a reviewer sends back, with the opinion, appear here. Mend them and submit again.',
  },
  emptySignedOff: { zh: '没有已签发待发布的稿件', en: 'Nothing is signed off' },
  emptySignedOffHint: {
    zh: '终审通过的稿件会出现在这里，有发布权限的人可以发布。',
    en: 'Articles that passed the final review appear here, ready to be published.',
  },
  emptyPublished: { zh: '还没有发布的稿件', en: 'Nothing is published yet' },
  emptyPublishedHint: {
    zh: '发布成功的稿件连同回执和链接会出现在这里。',
    en: 'Published articles appear here with their receipt and link.',
  },
  emptyBin: { zh: '回收站是空的', en: 'The bin is empty' },
  emptyBinHint: {
    zh: '移到回收站的稿件会留在这里，随时可以恢复。',
    en: 'What you move to the bin stays here and can be restored at any time.',
  },

  renameTitle: { zh: '修改稿名', en: 'Rename the article' },
  renameHint: {
    zh: '稿名只在编辑部内部使用，不会见报。',
    en: 'The slug is for the newsroom only; it is never printed.',
  },
  rename: { zh: '改名', en: 'Rename' },

  import: { zh: '导入', en: 'Import' },
  importFailed: { zh: '{name} 没有导入', en: '{name} was not imported' },
  importNothing: {
    zh: '没有可以导入的文件。请选择 .md、.markdown 或 .txt 文件，图片与稿件一起选中。',
    en: 'There is nothing to import. Choose .md, .markdown or .txt files, together with their pictures.',
  },
  dropHere: {
    zh: '松开即可导入稿件（.md、.txt，可连同图片）',
    en: 'Drop to import articles (.md, .txt, with their pictures)',
  },
  loadFailed: { zh: '列表没有读出来', en: 'The list could not be read' },
})
