import { area } from './define.ts'

/** 合写: who writes in an article, and words that came too late for what was handed in. */
export const sharingMessages = area('sharing', {
  writers: { zh: '写稿人', en: 'Writers' },
  author: { zh: '作者', en: 'Author' },
  coWriter: { zh: '合写', en: 'Co-writer' },
  former: { zh: '已退出合写', en: 'No longer writes here' },
  lastAt: { zh: '最近写于 {at}', en: 'Last wrote {at}' },
  waiting: { zh: '待送到编辑部', en: 'Waiting to reach the desk' },
  add: { zh: '请人合写', en: 'Let a colleague write' },
  addTitle: { zh: '选择一位同事', en: 'Choose a colleague' },
  nobody: { zh: '没有可以请来合写的同事', en: 'There is nobody else who may write' },
  takeOut: { zh: '请{name}退出合写', en: 'Take {name} out' },
  hint: {
    zh: '合写的同事能看到并改动草稿，各自离线写的内容会自动合并；写过这篇的人不能再审它。',
    en: 'A co-writer sees the draft and writes in it; what each writes offline is merged. Whoever wrote in it does not review it.',
  },
  letInRefused: { zh: '编辑部没有同意请{name}合写', en: 'The desk did not let {name} in' },
  takeOutRefused: { zh: '编辑部没有同意请{name}退出合写', en: 'The desk did not take {name} out' },
  refusedHint: {
    zh: '稿件不受影响：文字照常保存，也照常送审。',
    en: 'The article is not affected: its words are kept and go to review as usual.',
  },
  dismiss: { zh: '知道了', en: 'Put away' },
  gone: {
    zh: '编辑部里已没有这个账号，名单没有变化。请与管理员核对。',
    en: 'The desk does not know this account any more, so the list is unchanged. Check with your administrator.',
  },
  mayNotWrite: {
    zh: '这位同事现在没有写稿的权限，名单没有变化。请管理员给了权限后再请一次。',
    en: 'This colleague may not write at the moment, so the list is unchanged. Ask again once an administrator has let them write.',
  },
  handedInMeanwhile: {
    zh: '稿件那时已经送审，名单没有变化。稿件退回修改时再定一次。',
    en: 'The article had been handed in by then, so the list is unchanged. Decide again when it comes back to be worked on.',
  },
  tooMany: {
    zh: '合写的人已经够多，名单没有变化。请先让一位退出再请。',
    en: 'There are as many co-writers as there may be, so the list is unchanged. Take somebody out first.',
  },
  leftBehind: { zh: '这里有没赶上送审的文字', en: 'Words here came too late for the submission' },
  leftBehindHint: {
    zh: '它们已存在本机，连上后也存到编辑部，但不在送审的这一版里。稿件退回修改时会自动并入。',
    en: 'They are kept here, and at the desk once connected, but are not in the revision handed in. They are merged in when the article comes back to be worked on.',
  },
})
