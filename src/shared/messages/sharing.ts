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
  leftBehind: { zh: '这里有没赶上送审的文字', en: 'Words here came too late for the submission' },
  leftBehindHint: {
    zh: '它们已存在本机，连上后也存到编辑部，但不在送审的这一版里。稿件退回修改时会自动并入。',
    en: 'They are kept here, and at the desk once connected, but are not in the revision handed in. They are merged in when the article comes back to be worked on.',
  },
})
