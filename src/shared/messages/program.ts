import { area } from './define.ts'

/** What the program around the windows says: its menu bar, its own dialogs, and the line that a start prints. */
export const programMessages = area('program', {
  file: { zh: '文件', en: 'File' },
  edit: { zh: '编辑', en: 'Edit' },
  article: { zh: '稿件', en: 'Article' },
  review: { zh: '审稿', en: 'Review' },
  view: { zh: '显示', en: 'View' },
  help: { zh: '帮助', en: 'Help' },
  quit: { zh: '退出', en: 'Quit' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  cut: { zh: '剪切', en: 'Cut' },
  copy: { zh: '复制', en: 'Copy' },
  paste: { zh: '粘贴', en: 'Paste' },
  pastePlain: { zh: '粘贴为纯文本', en: 'Paste as plain text' },
  selectAll: { zh: '全选', en: 'Select all' },
  actualSize: { zh: '实际大小', en: 'Actual size' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  fullScreen: { zh: '全屏', en: 'Full screen' },

  notSaved: { zh: '“{title}”里有内容还没有保存', en: 'Something in “{title}” is not saved yet' },
  notSavedDetail: {
    zh: '窗口没有在规定时间内存完最近输入的内容。此前标为“已保存”的都在本机。可以让窗口留着再等一会儿；现在关闭，最后输入的几个字可能丢失。',
    en: 'The window has not finished saving what was typed last. Everything it called saved is on this computer. Keep the window open and give it a moment; if you close it now, the last words typed may be lost.',
  },
  keepOpen: { zh: '继续编辑', en: 'Keep it open' },
  saveElsewhere: { zh: '另存到文件…', en: 'Save to a file…' },
  notSavedElsewhere: {
    zh: '这个位置也写不进去。内容仍在窗口里。请换一块磁盘。',
    en: 'This place cannot be written to either. The words are still in the window. Choose another disk.',
  },
  closeAnyway: { zh: '仍然关闭', en: 'Close anyway' },

  inElectron: {
    zh: '清样在 Electron {version} 中运行。',
    en: 'Galley runs in Electron {version}.',
  },
  installFirst: {
    zh: '依赖有变化（{missing}）。若启动失败，请先运行 npm ci。',
    en: 'The dependencies have changed ({missing}). If the start fails, run npm ci first.',
  },
  inBrowser: {
    zh: '清样在浏览器窗口中运行（{browser}）：本机没有 Electron，也下载不到。',
    en: 'Galley runs in a browser window ({browser}): Electron is not on this machine and could not be fetched.',
  },
  withoutDisplay: {
    zh: '清样在 {address} 提供服务：这里没有显示器，请在本机浏览器中打开；按 Ctrl+C 结束。',
    en: 'Galley is served at {address} : there is no display here. Open it in a browser of this machine; Ctrl+C ends it.',
  },
  withoutBrowser: {
    zh: '清样在 {address} 提供服务：没有找到 Electron、Chrome、Chromium 或 Edge，请用别的浏览器打开；按 Ctrl+C 结束。',
    en: 'Galley is served at {address} : no Electron, Chrome, Chromium or Edge was found. Open it in another browser; Ctrl+C ends it.',
  },
  failed: {
    zh: '清样没有正常结束。日志在 {logFile}，最后几行是：',
    en: 'Galley did not end well. Its log is {logFile}; the last lines are:',
  },

  cannotOpen: { zh: '打不开清样', en: 'Galley cannot be opened' },
  alreadyOpen: {
    zh: '这里的稿件已在另一个清样窗口中打开。请用那个窗口。',
    en: 'These articles are open in another Galley window already. Use that one.',
  },
  noToken: {
    zh: '这个地址需要启动时给出的完整网址（含口令）。请从终端或原来的窗口重新打开。',
    en: 'This address needs the whole link that was printed at the start, with its token. Open it again from the terminal or from the first window.',
  },
})
