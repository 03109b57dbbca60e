import { area } from './define.ts'

export const syncMessages = area('sync', {
  title: { zh: '同步', en: 'Sync' },
  online: { zh: '已连接编辑部', en: 'Connected to the desk' },
  connecting: { zh: '正在连接编辑部…', en: 'Connecting to the desk…' },
  offline: { zh: '连不上编辑部', en: 'Cannot reach the desk' },
  paused: { zh: '离线工作', en: 'Working offline' },
  resting: { zh: '磁盘不能写入，暂不联系编辑部', en: 'The desk is not contacted while the disk takes nothing' },
  signedOut: { zh: '未登记到编辑部', en: 'Not enrolled at a desk' },
  allSent: { zh: '全部送达', en: 'Everything is sent' },
  waiting: { zh: '{n, number} 项待送出', en: '{n, plural, one {# act} other {# acts}} waiting' },
  unsentWords: {
    zh: '{n, number} 篇的文字待送出',
    en: '{n, plural, one {Words of # article} other {Words of # articles}} waiting',
  },
  unsentHint: {
    zh: '{n, number} 篇稿件最近写的文字已存在本机，还没有送到编辑部，合写的同事也还看不到。',
    en: '{n, plural, one {The latest words of # article are} other {The latest words of # articles are}} saved on this computer. The desk and co-writers do not have them yet.',
  },
  rejected: { zh: '{n, number} 项被拒', en: '{n, plural, one {# act} other {# acts}} refused' },
  lastContact: { zh: '上次联系：{time}', en: 'Last contact: {time}' },
  never: { zh: '还没有联系过编辑部', en: 'The desk has not been reached yet' },
  now: { zh: '立即重试', en: 'Try now' },
  goOffline: { zh: '离线工作', en: 'Work offline' },
  goOnline: { zh: '恢复联网', en: 'Go back online' },
  pausedHint: {
    zh: '你选择了离线工作：写稿、送审、审稿照常，恢复联网后自动送出。',
    en: 'You chose to work offline. Write, submit and review as usual; everything is sent when you go back online.',
  },
  waitingTitle: { zh: '待送出', en: 'Waiting' },
  rejectedTitle: { zh: '被编辑部拒绝', en: 'Refused by the desk' },
  dismiss: { zh: '撤回这一步', en: 'Take back' },
  dismissHint: {
    zh: '撤回后稿件回到这一步之前，可以修改后重做。',
    en: 'The article goes back to where it was before, so that you can mend it and do it again.',
  },
  openArticle: { zh: '打开稿件', en: 'Open the article' },

  actOn: { zh: '{act}：{title}', en: '{act}: {title}' },
  media: { zh: '上传图片', en: 'Upload a picture' },
  revision: { zh: '送出稿件', en: 'Send the revision' },
  coWriter: { zh: '合写名单', en: 'Co-writers' },
  coWriterNamed: { zh: '合写名单（{name}）', en: 'Co-writer {name}' },
  submit: { zh: '送审', en: 'Submit' },
  verdict: { zh: '审稿结论', en: 'Verdict' },
  publish: { zh: '发布', en: 'Publish' },

  pending: { zh: '等待', en: 'Waiting' },
  sending: { zh: '正在送出', en: 'Sending' },
  unknown: { zh: '正在查询是否送达', en: 'Finding out whether it arrived' },
  confirmed: { zh: '已送达', en: 'Confirmed' },
  stateRejected: { zh: '被拒', en: 'Refused' },
})
