import { area } from './define.ts'

/** The inspector's panel of review: submit 送审, verdicts, sign-off 签发, publication and its receipt 回执. */
export const reviewMessages = area('review', {
  way: { zh: '进度', en: 'Progress' },
  revision: { zh: '版本 {id}', en: 'Revision {id}' },

  // where it stands
  written: { zh: '撰写', en: 'Writing' },
  handedIn: { zh: '送审', en: 'Submitted' },
  stageAhead: { zh: '未到', en: 'Not yet' },
  onItsWay: { zh: '待送出', en: 'Waiting to be sent' },
  stageCurrent: { zh: '待审', en: 'Waiting for review' },
  stageMine: { zh: '等你审', en: 'Waiting for you' },
  stagePassed: { zh: '通过', en: 'Approved' },
  stageSignedOff: { zh: '签发', en: 'Signed off' },
  stageReturned: { zh: '退改', en: 'Returned' },
  stageRejected: { zh: '退稿', en: 'Rejected' },
  inWriting: { zh: '撰写中', en: 'In progress' },
  done: { zh: '完成', en: 'Done' },
  publishReady: { zh: '可以发布', en: 'Ready' },
  publishDone: { zh: '已发布', en: 'Published' },
  by: { zh: '{name}，{at}', en: '{name}, {at}' },
  waitsFor: { zh: '由{roles}审', en: 'For: {roles}' },
  separator: { zh: '、', en: ', ' },
  unknownPerson: { zh: '不在名单上的同事', en: 'Someone no longer on the list' },

  // submitting
  submit: { zh: '送审', en: 'Submit' },
  resubmit: { zh: '重新送审', en: 'Submit again' },
  submitHint: { zh: '送到编辑部，进入{stage}。', en: 'Goes to the desk, to {stage}.' },
  submitOffline: {
    zh: '现在离线：会先存在本机，连上后自动送到编辑部。',
    en: 'You are offline: it is kept here and goes to the desk by itself once connected.',
  },
  submitClashes: {
    zh: '正文里还有 {n, plural, other {# 处}}两版并存，取舍后可以送审',
    en: '{n, plural, one {# place} other {# places}} with two versions to decide before it can be submitted',
  },
  submitBlocked: {
    zh: '补齐 {n, plural, other {# 项}}后可以送审',
    en: '{n, plural, one {# item} other {# items}} to fill in before it can be submitted',
  },

  // acts under way
  submitWaiting: { zh: '已送审，等待送到编辑部', en: 'Submitted; waiting to reach the desk' },
  verdictWaiting: { zh: '结论已签名，等待送到编辑部', en: 'Verdict signed; waiting to reach the desk' },
  publishWaiting: { zh: '发布指令等待送到编辑部', en: 'Publication is waiting to reach the desk' },
  sending: { zh: '正在送往编辑部', en: 'On its way to the desk' },
  unknown: {
    zh: '没有收到回答，正在向编辑部查询是否已经收到',
    en: 'No answer came; asking the desk whether it has arrived',
  },
  waitingSafe: { zh: '已存在本机，连上后自动送出。', en: 'It is kept here and goes out by itself once connected.' },
  submitRefused: { zh: '编辑部没有接受送审', en: 'The desk did not accept the submission' },
  verdictRefused: { zh: '编辑部没有接受审稿结论', en: 'The desk did not accept the verdict' },
  publishRefused: { zh: '编辑部没有接受发布', en: 'The desk did not accept the publication' },
  dismiss: { zh: '知道了，收回', en: 'Understood, take it back' },

  // returned and rejected
  returnedBy: { zh: '{name}退改', en: 'Returned by {name}' },
  rejectedBy: { zh: '{name}退稿', en: 'Rejected by {name}' },
  returnedHint: { zh: '按意见修改后，重新送审。', en: 'Work on it, then submit it again.' },
  rejectedHint: { zh: '稿件保留着，不再进入审稿。', en: 'The article is kept, but goes no further.' },
  opinionAt: { zh: '{stage} · {at}', en: '{stage} · {at}' },

  // judging
  opinionHint: { zh: '退改、退稿须写明意见', en: 'Needed to return or reject' },
  opinionNeeded: { zh: '请先写明意见。', en: 'Write your opinion first.' },
  lastStage: { zh: '这是最后一审，通过即签发。', en: 'This is the last stage: approving signs it off.' },
  summary: { zh: '署名与来源', en: 'Attribution' },
  earlier: { zh: '审稿意见', en: 'Opinions so far' },
  noOpinion: { zh: '没有写意见', en: 'No opinion written' },
  verdictOffline: {
    zh: '现在离线：结论会签名存在本机，连上后自动送到编辑部，由编辑部核定。',
    en: 'You are offline: the verdict is signed and kept here, and the desk decides once connected.',
  },
  notHere: {
    zh: '送审的这一版还没有取到本机，取到后才能审。',
    en: 'The revision handed in has not reached this computer yet; it can be judged once it has.',
  },
  ownArticle: { zh: '自己的稿件由同事来审。', en: 'Your own article is reviewed by colleagues.' },
  judgedAlready: { zh: '你已审过这一版。', en: 'You have judged this revision.' },
  waitsForOthers: { zh: '等待{roles}审。', en: 'Waiting for: {roles}.' },

  // confirming
  signOffTitle: { zh: '签发这篇稿件？', en: 'Sign off this article?' },
  rejectTitle: { zh: '退掉这篇稿件？', en: 'Reject this article?' },
  signOffText: {
    zh: '你的签名只对这一版有效；改动一个字，签发即失效。',
    en: 'Your signature stands for this revision alone: change one character and it no longer applies.',
  },
  rejectText: { zh: '稿件会保留，但不能再送审。', en: 'The article is kept but cannot be submitted again.' },
  untitled: { zh: '（无标题）', en: '(no headline)' },

  // publishing
  publish: { zh: '发布', en: 'Publish' },
  publishHint: { zh: '发布到网站，读者即可看到。', en: 'Puts it on the site, before readers.' },
  publishOffline: {
    zh: '现在离线：连上后自动发布。',
    en: 'You are offline: it will be published once connected.',
  },
  awaitsPublisher: {
    zh: '已签发，等待有发布权限的同事发布。',
    en: 'Signed off; a colleague who may publish does the rest.',
  },

  // receipts
  receipt: { zh: '回执', en: 'Receipt' },
  channel: { zh: '渠道', en: 'Channel' },
  channelSite: { zh: '网站', en: 'Site' },
  publishedAt: { zh: '发布时间', en: 'Published' },
  publishedBy: { zh: '发布人', en: 'By' },
  address: { zh: '地址', en: 'Address' },
  open: { zh: '打开网页', en: 'Open the page' },
  pageHash: { zh: '网页指纹', en: 'Page hash' },
  publicationId: { zh: '发布编号', en: 'Publication' },
  revisionId: { zh: '版本', en: 'Revision' },
  copy: { zh: '复制回执', en: 'Copy the receipt' },
  copyFailed: { zh: '没有复制成功，请手动选取', en: 'Could not copy; select it by hand' },
  copied: { zh: '已复制', en: 'Copied' },
})
