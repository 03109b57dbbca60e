import { area } from './define.ts'

/** Backups, and what became of a library that was damaged. */
export const safetyMessages = area('safety', {
  backups: { zh: '备份', en: 'Backups' },
  last: { zh: '上次备份', en: 'Last backup' },
  lastAt: { zh: '{at}，{size} MB', en: '{at}, {size} MB' },
  none: {
    zh: '还没有。清样在启动一分钟后做当天第一次，之后有改动时每半小时一次。',
    en: 'None yet. Galley makes the first one of a day a minute after it starts, and one every half hour while something changes.',
  },
  kept: { zh: '保留份数', en: 'Kept' },
  place: { zh: '位置', en: 'Where' },
  now: { zh: '立即备份', en: 'Back up now' },
  running: { zh: '正在备份…', en: 'Backing up…' },
  failed: { zh: '刚才没有备成。', en: 'No backup was made just now.' },
  show: { zh: '打开文件夹', en: 'Open the folder' },
  second: { zh: '再存一份到', en: 'A second copy goes to' },
  secondHint: {
    zh: '另一块磁盘、U 盘或网络文件夹的完整路径，图片也会存去。留空则只备在本机。',
    en: 'The whole path of a folder on another disk, a stick or the network; pictures are copied too. Empty: only on this computer.',
  },
  use: { zh: '使用', en: 'Use it' },
  secondWaiting: { zh: '下次备份时存去。', en: 'A copy goes there with the next backup.' },
  secondDone: { zh: '上次存到：{at}', en: 'Last copied {at}' },
  secondAbsent: {
    zh: '现在找不到这个文件夹（磁盘可能没有接上）。本机照常备份，接上后自动补存。',
    en: 'This folder is not there now; its disk may not be connected. Backups on this computer go on, and the copy follows by itself.',
  },
  secondFailed: {
    zh: '没有存到这个文件夹，稍后自动再试。',
    en: 'Nothing was copied there; it is tried again by itself.',
  },

  damaged: {
    zh: '发现资料库文件有一处受损。写好的内容另存有一份，不会丢。修复大约需要几秒，窗口不会关闭。',
    en: 'The library file is damaged in one place. A second copy of every saved word exists, so nothing is lost. Repairing takes a few seconds, and the window stays open.',
  },
  repair: { zh: '立即修复', en: 'Repair now' },
  reports: { zh: '修复记录', en: 'Repairs' },
  report: { zh: '{at} 的修复', en: 'Repair of {at}' },
  read: { zh: '查看', en: 'Read' },
  understood: { zh: '知道了', en: 'Understood' },

  disk_full: {
    zh: '存放资料库的磁盘已满，或者配额已经用完。',
    en: 'The disk that holds the library is full, or your quota is used up.',
  },
  diskExport: { zh: '导出到别的磁盘…', en: 'Export to another disk…' },
  disk_full_do: {
    zh: '请在这块磁盘上腾出一些空间。',
    en: 'Free some space on this disk.',
  },
  disk_read_only: {
    zh: '存放资料库的磁盘现在不能写入。',
    en: 'The disk that holds the library cannot be written to now.',
  },
  disk_read_only_do: {
    zh: '请检查磁盘的写保护和文件夹的权限。',
    en: 'Check the write protection of the disk and the permissions of the folder.',
  },
  disk_failing: {
    zh: '存放资料库的磁盘读写出错，可能松动或损坏。',
    en: 'The disk that holds the library reports errors; it may be loose or failing.',
  },
  disk_failing_do: {
    zh: '请检查磁盘的连接；若持续出错，请管理员更换磁盘。',
    en: 'Check its connection; if the errors go on, have the disk replaced.',
  },
  diskReading: {
    zh: '已保存的内容都在，可以阅读、查找、复制和导出；现在不能写，因为写了也存不下来。',
    en: 'Everything saved is there to be read, searched, copied and exported. Nothing can be written now, because it could not be kept.',
  },
  diskByItself: {
    zh: '恢复正常后会自动可以写，不必重新启动。',
    en: 'Writing opens by itself when the disk is well again; there is no need to restart.',
  },
  diskRetry: { zh: '重试', en: 'Try again' },
  diskLooking: { zh: '正在检查…', en: 'Looking…' },
  diskStill: { zh: '刚才又查过，磁盘还是这样。', en: 'Looked again just now: the disk is still the same.' },
  diskClosed: { zh: '现在读不到资料库', en: 'The library cannot be read now' },
  diskWhere: { zh: '资料库在哪里', en: 'Where the library is' },
  diskUntouched: {
    zh: '清样没有改动、也没有删除这个文件夹里的任何内容。设过第二份备份的，那里还有一份。',
    en: 'Galley has changed and removed nothing in this folder. If you chose a place for second copies, there is one more copy there.',
  },

  recovered: { zh: '资料库已修复', en: 'The library was repaired' },
  whatHappened: { zh: '发生了什么', en: 'What happened' },
  wasDamaged: {
    zh: '资料库文件受损，不能照原样使用。清样另做了一个新的资料库。',
    en: 'The library file was damaged and could not be used as it was. Galley made a new library.',
  },
  wasMissing: {
    zh: '资料库文件不见了。清样另做了一个新的资料库。',
    en: 'The library file was gone. Galley made a new library.',
  },
  wasBehind: {
    zh: '资料库文件比已经保存的内容旧，可能被旧文件替换过。清样把之后写的内容补了回去。',
    en: 'The library file was older than what had been saved; an old file may have taken its place. Galley put back what was written since.',
  },
  fromBackup: {
    zh: '以 {at} 的备份为底，再补上之后写的内容。',
    en: 'It was built on the backup of {at}, and what was written since was added.',
  },
  fromNothing: {
    zh: '没有可用的备份，内容取自旧文件中还能读出的部分和逐字留存的记录。',
    en: 'There was no backup, so it was built from what the old file still told and from the running record of every word.',
  },
  whatIsSafe: { zh: '哪些内容是完好的', en: 'What is safe' },
  allWhole: {
    zh: '已保存的文字都在，一字不缺。',
    en: 'Every word that was saved is there.',
  },
  whole: {
    zh: '{n, plural, other {# 篇稿件补上了之后写的内容，一字不缺。}}',
    en: '{n, plural, one {# article got back what was written since, to the last word.} other {# articles got back what was written since, to the last word.}}',
  },
  notWhole: { zh: '请核对这些稿件', en: 'Check these articles' },
  partly: {
    zh: '有一处无法核实，能读出的都在',
    en: 'something in between could not be verified; what can be read is there',
  },
  lost: { zh: '读不出来；旧文件里可能还有', en: 'could not be read; the old file may still hold it' },
  untitled: { zh: '未命名稿件', en: 'Untitled article' },
  acts: {
    zh: '送审、签发、发布等尚未得到答复的操作会先向编辑部查询结果，不会重复执行。',
    en: 'Acts without an answer, such as submitting or publishing, are looked up at the desk first; nothing is done twice.',
  },
  oldFiles: { zh: '旧文件在哪里', en: 'Where the old files are' },
  aside: {
    zh: '原样留着，清样不会删除：',
    en: 'They are kept as they were, and Galley does not remove them:',
  },
  whatNow: { zh: '接下来', en: 'What to do next' },
  goOn: {
    zh: '可以照常工作。如果再次出现，磁盘可能有故障：请把备份存到另一块磁盘，并告诉管理员。',
    en: 'You can go on working. If this happens again the disk may be failing: keep a second copy on another disk, and tell your administrator.',
  },
})
