import { area } from './define.ts'

/** The bin, and the one way by which words leave this computer. */
export const binMessages = area('bin', {
  emptyTitle: { zh: '清空回收站', en: 'Empty the bin' },
  removeTitle: { zh: '彻底删除', en: 'Delete for good' },
  empty: { zh: '清空…', en: 'Empty…' },
  intro: {
    zh: '删除后，稿件连同历史各版和撤销记录都不再留在这台电脑上，不能撤销。',
    en: 'Deleted articles leave this computer with every version of their history and everything that undo knows. This cannot be undone.',
  },
  counting: { zh: '正在清点…', en: 'Counting…' },
  nothing: { zh: '回收站里没有可以删除的稿件。', en: 'There is nothing in the bin that may be deleted.' },
  first: {
    zh: '回收站共有 {total, number} 篇，一次最多删除最近移入的 {n, number} 篇。',
    en: 'The bin holds {total, number} articles; the {n, number} that were put there last can go at once.',
  },
  all: { zh: '全选可以删除的 {n, number} 篇', en: 'All {n, number} that may be deleted' },
  inQuestion: { zh: '回收站里的稿件', en: 'Articles in the bin' },

  words: { zh: '{n, number} 字', en: '{n, plural, one {# word} other {# words}}' },
  unreadable: { zh: '正文读不出来', en: 'its text cannot be read' },
  points: { zh: '历史 {n, number} 版', en: '{n, plural, one {# version} other {# versions}}' },
  binnedAt: { zh: '{at} 移入', en: 'binned {at}' },
  atDesk: { zh: '编辑部留有', en: 'kept at the desk' },
  shared: { zh: '有同事合写', en: 'colleagues write in it' },

  pictures: {
    zh: '{n, number} 张别处没有用到的图片（{size} MB）随后删除：先移走，运行满两周后离开磁盘。',
    en: '{n, plural, one {# picture} other {# pictures}} used nowhere else ({size} MB) {n, plural, one {follows} other {follow}}: set aside first, off the disk after two weeks of running.',
  },
  deskKeeps: {
    zh: '{n, number} 篇送到过编辑部，那里的各版不受影响；有人接着写或处理，会回到你的稿件里。',
    en: '{n, plural, one {# article was} other {# articles were}} sent to the desk, which keeps what it has. One that somebody goes on with comes back to your list.',
  },
  backupsKeep: {
    zh: '以前做的备份里仍留有一份，随旧备份清理：约半年，升级前的备份更久。',
    en: 'Backups made before now keep a copy until they are thinned: about half a year, longer for those from before an update.',
  },

  heldActs: {
    zh: '有操作还没有得到编辑部的答复。请联网同步后再删。',
    en: 'The desk has not answered an act on it. Go online and sync first.',
  },
  heldExchanging: {
    zh: '正与编辑部交换文字。请联网，稍候再删。',
    en: 'It is exchanging words with the desk. Go online and wait a moment.',
  },
  heldInReview: {
    zh: '正在审稿。退改或退稿之后才能删。',
    en: 'It is being reviewed. It can go once it was returned or rejected.',
  },
  heldSignedOff: {
    zh: '已签发，等待发布。请先恢复，与签发人商量。',
    en: 'It is signed off and may be published. Restore it, and talk to who signed it.',
  },
  heldPublished: {
    zh: '已发布，读者看得到。撤稿之前不能删。',
    en: 'Readers can see it. It cannot go before it is retracted.',
  },

  confirm: {
    zh: '彻底删除 {n, number} 篇',
    en: 'Delete {n, plural, one {# article} other {# articles}}',
  },
  done: {
    zh: '已彻底删除 {n, number} 篇稿件。',
    en: '{n, plural, one {# article was} other {# articles were}} deleted for good.',
  },
  restore: { zh: '恢复', en: 'Restore' },
  inBin: {
    zh: '在回收站里，不能改动。',
    en: 'In the bin. It cannot be changed here.',
  },
})
