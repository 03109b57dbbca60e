import { area } from './define.ts'

export const settingsMessages = area('settings', {
  title: { zh: '设置', en: 'Settings' },
  language: { zh: '界面语言', en: 'Language' },
  theme: { zh: '外观', en: 'Appearance' },
  system: { zh: '跟随系统', en: 'As the system' },
  chinese: { zh: '中文', en: '中文 (Chinese)' },
  english: { zh: 'English（英文）', en: 'English' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
  indent: { zh: '段首空两字', en: 'Indent paragraphs by two characters' },
  indentHint: { zh: '只影响显示，不改动稿件。', en: 'Only how the page is shown; the article is not changed.' },
  desk: { zh: '编辑部', en: 'Desk' },
  server: { zh: '服务器', en: 'Server' },
  person: { zh: '姓名', en: 'Name' },
  roles: { zh: '角色', en: 'Roles' },
  device: { zh: '本机登记号', en: 'This computer' },
  version: { zh: '版本', en: 'Version' },
  and: { zh: '、', en: ', ' },
  failed: { zh: '设置没有保存', en: 'The settings were not saved' },
})
