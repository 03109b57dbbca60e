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
  deletes: { zh: '（这一版删去此处）', en: '(This version deletes it)' },
  blank: { zh: '（这一版为空）', en: '(This version leaves it empty)' },
})
