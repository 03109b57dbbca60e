import { area } from './define.ts'

/** The frame of the workstation: bars, panes, palette, and what is said when something is wrong. */
export const appMessages = area('app', {
  name: { zh: '清样', en: 'Galley' },
  windowTitle: { zh: '{person} · {newsroom} · 清样', en: '{person} · {newsroom} · Galley' },
  closing: { zh: '正在关闭', en: 'Closing' },
  savingFirst: {
    zh: '先把最后写的几个字存到磁盘。存好就关，存不上会问你。',
    en: 'The last words go to the disk first. The window closes when they are there; if they cannot be saved, you are asked.',
  },
  close: { zh: '关闭', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
  dismiss: { zh: '知道了', en: 'Dismiss' },
  retry: { zh: '重试', en: 'Try again' },

  library: { zh: '稿库', en: 'Library' },
  list: { zh: '稿件列表', en: 'Articles' },
  article: { zh: '稿件', en: 'Article' },
  inspector: { zh: '右侧栏', en: 'Inspector' },
  resize: { zh: '调整栏宽', en: 'Resize pane' },
  statusBar: { zh: '状态栏', en: 'Status bar' },
  titleBar: { zh: '标题栏', en: 'Title bar' },

  attribution: { zh: '署名与来源', en: 'Attribution' },
  review: { zh: '审稿', en: 'Review' },
  history: { zh: '历史', en: 'History' },
  noInspector: {
    zh: '打开一篇稿件，这里会列出署名、来源和审稿。',
    en: 'Open an article to see its attribution and review here.',
  },

  noArticle: { zh: '没有打开的稿件', en: 'No article is open' },
  noArticleHint: { zh: '从列表里选一篇，或者新写一篇。', en: 'Choose one from the list, or start a new one.' },
  openFailed: { zh: '稿件没有打开', en: 'The article did not open' },
  opening: { zh: '正在打开稿件…', en: 'Opening the article…' },

  saved: { zh: '已保存到本机 {time}', en: 'Saved on this computer at {time}' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  notSaved: { zh: '尚未保存，请不要关闭窗口', en: 'Not saved yet: keep the window open' },
  notSavedDiskFull: { zh: '磁盘已满，尚未保存，请不要关闭窗口', en: 'Disk full, not saved yet: keep the window open' },
  notSavedReadOnly: {
    zh: '磁盘不能写入，尚未保存，请不要关闭窗口',
    en: 'Disk is read-only, not saved yet: keep the window open',
  },
  notSavedFailing: { zh: '磁盘出错，尚未保存，请不要关闭窗口', en: 'Disk error, not saved yet: keep the window open' },
  merged: { zh: '已与{names}的改动合并 {time}', en: 'Merged with the changes of {names} at {time}' },
  mergedOwn: {
    zh: '已并入你在另一台电脑上写的 {time}',
    en: 'Merged with what you wrote on another computer at {time}',
  },
  and: { zh: '、', en: ', ' },
  somebody: { zh: '一位同事', en: 'a colleague' },
  undoStopped: {
    zh: '撤销到此为止：再往前的地方，别人后来改过',
    en: 'Undo ends here: others have changed that place since',
  },
  redoStopped: {
    zh: '重做到此为止：再往后的地方，别人后来改过',
    en: 'Redo ends here: others have changed that place since',
  },
  readOnly: { zh: '只读', en: 'Read only' },
  words: { zh: '{words, number} 字', en: '{words, plural, one {# word} other {# words}}' },
  characters: { zh: '{characters, number} 字符', en: '{characters, plural, one {# character} other {# characters}}' },
  countHint: {
    zh: '正文字数：每个汉字计一字，连续的字母或数字计一字。字符数不含空白。',
    en: 'Words of the body: each Chinese character counts one, and so does each run of letters or digits. Characters are without white space.',
  },

  connecting: { zh: '正在打开资料库…', en: 'Opening the library…' },
  reconnecting: {
    zh: '与后台的连接断开，正在重新连接。没存好的内容留在窗口里，请不要关闭。',
    en: 'The connection to the program behind this window was lost. Reconnecting. What is not saved stays here: keep the window open.',
  },
  startFailed: { zh: '资料库没有打开', en: 'The library did not open' },

  crashed: { zh: '这一部分出错了', en: 'This part has failed' },
  crashedHint: {
    zh: '已保存的内容都在本机，没有丢失。可以重新打开这一部分；若再次出错，请把日志交给管理员。',
    en: 'Everything saved is on this computer and nothing is lost. You can open this part again; if it fails again, give the log to your administrator.',
  },
  reopen: { zh: '重新打开', en: 'Open again' },

  palette: { zh: '命令面板', en: 'Command palette' },
  palettePlaceholder: { zh: '输入命令，中英文都可以', en: 'Type a command, in English or Chinese' },
  paletteEmpty: { zh: '没有这样的命令', en: 'No such command' },
  unavailable: { zh: '现在不可用', en: 'Not available now' },
  shortcutsTitle: { zh: '快捷键一览', en: 'Keyboard shortcuts' },
  commandSearch: { zh: '命令', en: 'Commands' },

  people: { zh: '切换人员', en: 'Switch person' },
  trial: { zh: '试用编辑部', en: 'Trial newsroom' },
  openAs: { zh: '在新窗口中以此人工作', en: 'Work as this person in a window of their own' },
  thisWindow: { zh: '这个窗口', en: 'This window' },
  openSite: { zh: '打开网站', en: 'Open the site' },

  enrolTitle: { zh: '登录编辑部', en: 'Sign in to the desk' },
  enrolIntro: {
    zh: '这台电脑还没有登记到编辑部。登记一次后，断网也能写稿审稿；密码不会留在电脑上。',
    en: 'This computer is not enrolled at a desk yet. Enrol once, and you can write and review offline; your password is not kept here.',
  },
  serverUrl: { zh: '服务器地址', en: 'Server address' },
  serverUrlHint: { zh: '以 https:// 开头，向管理员询问', en: 'Starts with https://. Ask your administrator.' },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '密码', en: 'Password' },
  enrol: { zh: '登记这台电脑', en: 'Enrol this computer' },
  enrolling: { zh: '正在登记…', en: 'Enrolling…' },
  enrolUnreached: {
    zh: '连不上这台服务器，没有登记。填写的内容还在。请检查地址和网络后再试。',
    en: 'This server cannot be reached, so the computer is not enrolled. What you filled in is still here. Check the address and the network, then try again.',
  },
  badUrl: { zh: '请填写完整的 http 或 https 地址。', en: 'Enter a complete http or https address.' },
  needed: { zh: '请填写这一项。', en: 'Fill this in.' },
})
