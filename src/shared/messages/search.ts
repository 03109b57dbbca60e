import { area } from './define.ts'

/** Finding articles by their words. */
export const searchMessages = area('search', {
  search: { zh: '查找稿件', en: 'Search articles' },
  placeholder: { zh: '查找全部稿件', en: 'Search every article' },
  close: { zh: '结束查找', en: 'End the search' },
  results: { zh: '查找结果', en: 'Results' },
  filters: { zh: '筛选', en: 'Filters' },
  clearFilters: { zh: '清除筛选', en: 'Clear the filters' },

  state: { zh: '状态', en: 'State' },
  kind: { zh: '类型', en: 'Kind' },
  column: { zh: '栏目', en: 'Column' },
  person: { zh: '人员', en: 'Person' },
  source: { zh: '来源', en: 'Source' },
  date: { zh: '日期', en: 'Date' },
  stateRejected: { zh: '已退稿', en: 'Rejected' },
  stateInReview: { zh: '审稿中', en: 'In review' },
  week: { zh: '最近 7 天', en: 'Last 7 days' },
  month: { zh: '最近 30 天', en: 'Last 30 days' },
  year: { zh: '{year} 年', en: '{year}' },

  found: { zh: '{n, number} 篇', en: '{n, plural, one {# article} other {# articles}}' },
  foundMore: { zh: '超过 {n, number} 篇', en: 'More than {n, number} articles' },
  byRelevance: { zh: '相关的在前', en: 'best match first' },
  byDate: { zh: '新的在前', en: 'newest first' },
  waiting: {
    zh: '还有 {n, number} 篇正在编入索引，暂时查不到。',
    en: '{n, plural, one {# article is} other {# articles are}} still being indexed and cannot be found yet.',
  },
  failed: { zh: '没有查成', en: 'The search did not work' },

  teach: {
    zh: '查找正文、标题、署名、图片说明和审稿意见',
    en: 'Search texts, headlines, credits, captions and opinions',
  },
  teachHint: {
    zh: '用空格隔开的词都要出现；“引号里的词”连在一起找；减号去掉不要的词，如 大桥 -收费。单个字也能查。',
    en: 'Every word has to be there. "Words in quotation marks" stand together; a minus leaves a word out, as in bridge -toll. One Chinese character is enough.',
  },
  nothing: { zh: '没有找到', en: 'Nothing was found' },
  nothingHint: {
    zh: '没有一篇稿件同时含有这些词。可以少用一个词，或放宽筛选。',
    en: 'No article holds all of these words. Try one word less, or fewer filters.',
  },
  inPicture: { zh: '图片', en: 'Picture' },
  inAttribution: { zh: '署名与来源', en: 'Attribution' },
  inOpinion: { zh: '审稿意见', en: 'Opinion' },

  related: { zh: '相关稿件', en: 'Related' },
  relatedNone: { zh: '没有相近的稿件', en: 'No similar articles' },
  relatedNoneHint: {
    zh: '与本稿写同一件事的稿件会列在这里，便于核对此前的报道。',
    en: 'Articles about the same matter are listed here, so that earlier coverage is at hand.',
  },
  relatedHint: { zh: '共有的词：{words}', en: 'In common: {words}' },
})
