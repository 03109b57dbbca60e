import { area } from './define.ts'

/** What `npm run demo` says. */
export const demoMessages = area('demo', {
  usage: {
    zh: '用法：npm run demo -- [稿件.md|稿件.txt …] [--out 目录] [--json]\n       稿件缺的项可以补上：[--editor 姓名] [--responsible-editor 姓名] [--byline staff|姓名、姓名] [--column 栏目/栏目] [--ai-use none|assisted|generated]',
    en: 'usage: npm run demo -- [FILE.md|FILE.txt …] [--out DIR] [--json]\n       for what a file leaves open: [--editor NAME] [--responsible-editor NAME] [--byline staff|NAME,NAME] [--column NAME/NAME] [--ai-use none|assisted|generated]',
  },
  unknownOption: { zh: '不认得的写法：{detail}', en: 'not understood: {detail}' },
  unreadable: { zh: '{file}：读不到（{detail}）', en: '{file}: cannot be read ({detail})' },
  inFile: { zh: '{file}：{text}', en: '{file}: {text}' },
  incomplete: {
    zh: '{file}：署名与来源不完整，没有开始。还要：{gaps}\n  写进文件头，或用这些选项补上：--editor 姓名 --responsible-editor 姓名 --byline staff --column 栏目 --ai-use none',
    en: '{file}: the attribution is incomplete, so nothing was started. Still to do: {gaps}\n  Write it into the front matter, or add --editor NAME --responsible-editor NAME --byline staff --column NAME --ai-use none',
  },
  pictureN: { zh: '图片 {n}', en: 'Picture {n}' },
  sourceN: { zh: '来源 {n}', en: 'Source {n}' },
  unlisted: {
    zh: '提醒：{file} 的来源“{source}”不在临时编辑部的转载名单上',
    en: 'note: the source of {file}, “{source}”, is not on the list of this throw-away newsroom',
  },
  newsroom: {
    zh: '临时编辑部“{name}”，服务器 {url}；两台电脑：{writer}写稿，{chief}终审',
    en: 'A throw-away newsroom, “{name}”, at {url}; two desktops: {writer} writes, {chief} gives the final review',
  },
  article: { zh: '\n{file} · {headline}', en: '\n{file} · {headline}' },
  import: { zh: '导入', en: 'import' },
  importDone: {
    zh: '写稿的电脑离线；{blocks} 段、{words} 字、{pictures} 图',
    en: 'the writer is offline; {blocks} blocks, {words} words, {pictures} pictures',
  },
  write: { zh: '写稿', en: 'write' },
  writeDone: {
    zh: '离线打字，自动保存 {steps} 次，平均 {average} 毫秒；重发一次没有重复',
    en: 'typing offline, {steps} autosaves, {average} ms each; one sent twice counted once',
  },
  submit: { zh: '送审', en: 'submit' },
  submitDone: {
    zh: '仍然离线；版本 {revision} 与 {waiting} 件待发，服务器还不知道',
    en: 'still offline; revision {revision}, {waiting, plural, one {# act} other {# acts}} waiting, the server knows nothing yet',
  },
  online: { zh: '联网同步', en: 'sync' },
  onlineDone: {
    zh: '写稿的电脑恢复联网，服务器已收稿：{stage}',
    en: 'the writer is back online; the desk has it, at {stage}',
  },
  receive: { zh: '收稿', en: 'receive' },
  receiveDone: {
    zh: '终审的电脑收到同一版本，核对一致',
    en: 'the chief’s desktop has the same revision, hash for hash',
  },
  review: { zh: '审稿', en: 'review' },
  reviewDone: {
    zh: '终审的电脑断网；全文在本机，不缺项',
    en: 'the chief’s network is cut; the text is here, nothing is missing',
  },
  signOff: { zh: '签发', en: 'sign off' },
  signOffDone: {
    zh: '断网签名，{waiting} 件待发',
    en: 'signed without a network, {waiting, plural, one {# act} other {# acts}} waiting',
  },
  return: { zh: '恢复联网', en: 'back online' },
  returnDone: { zh: '服务器验过签名，稿件已签发', en: 'the server verified the signature: signed off' },
  publish: { zh: '发布', en: 'publish' },
  publishDone: { zh: '{url}', en: '{url}' },
  hear: { zh: '写稿者得知', en: 'writer hears' },
  hearDone: { zh: '同一张回执到了写稿的电脑', en: 'the same receipt has reached the writer’s desktop' },
  page: { zh: '核对网页', en: 'check page' },
  pageDone: { zh: '{count} 项相符：{names}', en: '{count} hold: {names}' },
  record: { zh: '核对记录', en: 'check record' },
  recordDone: { zh: '{count} 条，环环相扣；只发布了一次', en: '{count} entries in one chain; published exactly once' },
  mismatch: {
    zh: '不符：{name}\n  应为 {expected}\n  实为 {found}',
    en: 'does not hold: {name}\n  expected {expected}\n  found {found}',
  },
  refused: { zh: '服务器或后台拒绝了“{step}”：{text}', en: 'refused at “{step}”: {text}' },
  stopped: { zh: '“{step}”没有做成：{text}', en: '“{step}” did not succeed: {text}' },
  done: {
    zh: '\n{count} 篇稿件走完全程，用时 {seconds} 秒。网页、订阅、回执和记录在 {out}',
    en: '\n{count, plural, one {# article has} other {# articles have}} gone the whole way in {seconds} s. Page, feed, receipt and record are in {out}',
  },
})
