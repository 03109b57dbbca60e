import { area } from './define.ts'

/** Words for places of an article of which there are several versions after a merge. */
export const clashMessages = area('clash', {
  versions: {
    zh: '此处有 {n, number} 个版本，等待取舍',
    en: 'There are {n, number} versions of this place; one has to be chosen',
  },
  fieldVersions: {
    zh: '“{field}”有 {n, number} 个版本，等待取舍',
    en: 'There are {n, number} versions of “{field}”; one has to be chosen',
  },
  version: { zh: '版本 {n, number}', en: 'Version {n, number}' },
  versionBy: { zh: '版本 {n, number} · {name}', en: 'Version {n, number} · {name}' },
  unfinished: { zh: '{title}（还在写）', en: '{title} (still being written)' },
  take: { zh: '采用版本 {n, number}', en: 'Use version {n, number}' },
  keepAll: { zh: '全部保留', en: 'Keep all' },
  rewrite: { zh: '另写一版…', en: 'Write another…' },
  rewriteLabel: { zh: '另写的版本', en: 'Another version' },
  rewriteDone: { zh: '采用这一版', en: 'Use this one' },
  rewriteCancel: { zh: '取消', en: 'Cancel' },
  open: {
    zh: '{n, number} 处有多个版本',
    en: '{n, plural, one {1 place with several versions} other {# places with several versions}}',
  },
  deletes: { zh: '（这一版删去此处）', en: '(This version deletes it)' },
  blank: { zh: '（这一版为空）', en: '(This version leaves it empty)' },
})
