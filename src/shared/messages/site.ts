import { area } from './define.ts'

/** Words of the public site, printed in the newsroom's language. */
export const siteMessages = area('site', {
  home: { zh: '首页', en: 'Home' },
  article: { zh: '正文', en: 'Article' },
  breadcrumb: { zh: '所在位置', en: 'You are here' },
  columns: { zh: '栏目', en: 'Sections' },
  skip: { zh: '跳到正文', en: 'Skip to the text' },
  labelled: { zh: '{label}：', en: '{label}: ' },
  publishedAt: { zh: '发布时间', en: 'Published' },
  licence: { zh: '许可', en: 'Licence' },
  rights: { zh: '版权', en: 'Rights' },
  credit: { zh: '作者', en: 'By' },
  changeNote: { zh: '转载时的改动', en: 'Changed in this reprint' },
  attribution: { zh: '署名与来源', en: 'Attribution' },
  notices: { zh: '版权与免责声明', en: 'Copyright and disclaimer' },
  latest: { zh: '最新', en: 'Latest' },
  moreFrom: { zh: '{column}更多文章', en: 'More from {column}' },
  empty: { zh: '这里还没有文章。', en: 'Nothing has been published here yet.' },
  newer: { zh: '较新的文章', en: 'Newer' },
  older: { zh: '较早的文章', en: 'Older' },
  pages: { zh: '翻页', en: 'Pages' },
  pageNumber: { zh: '第 {page} 页', en: 'Page {page}' },
  feed: { zh: '订阅 RSS', en: 'RSS feed' },
  unknownPart: {
    zh: '这一部分暂时无法显示，文字如下：',
    en: 'This part cannot be shown in its own form. Its text:',
  },
  unknownPartEmpty: { zh: '这一部分暂时无法显示。', en: 'This part cannot be shown.' },
  notFoundTitle: { zh: '没有找到这个页面', en: 'There is no such page' },
  notFoundText: {
    zh: '地址可能有误，或者文章已被移走。可以回到首页，从栏目里查找。',
    en: 'The address may be wrong, or the article has been moved. The front page and its sections are a good place to look.',
  },
  backHome: { zh: '回到首页', en: 'Go to the front page' },
})
