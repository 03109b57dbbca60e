import { area } from './define.ts'

/** Export and import of a whole library, and the words inside of an archive. */
export const archiveMessages = area('archive', {
  readme: {
    zh: `清样资料库存档

{newsroom} · {name} · {at}

不用清样也能读取。解压后：
  contents.txt                   全部稿件的目录，每行一篇
  articles/<编号>/text.md        稿件的文字与署名，用任何文本编辑器打开
  articles/<编号>/article.json   同一稿件的全部数据
  articles/<编号>/history.jsonl  送审过的各版和历史，每行一条 JSON
  media/                         图片原件，文件名是内容的 SHA-256
  sha256.txt                     每个文件的 SHA-256（shasum -a 256 -c sha256.txt）
  manifest.json                  存档的格式、作者、数量和人名

要放回清样：菜单“文件 › 导入资料库…”。
里面没有密码和签名密钥。`,
    en: `Archive of a Galley library

{newsroom} · {name} · {at}

It can be read without Galley. Unpacked, it holds
  contents.txt                   a list of all articles, one on each line
  articles/<id>/text.md          words and attribution of an article, for any text editor
  articles/<id>/article.json     everything known of the same article
  articles/<id>/history.jsonl    its submitted texts and its history, one JSON on each line
  media/                         pictures as they were added; the name is the SHA-256 of the bytes
  sha256.txt                     the SHA-256 of each file (shasum -a 256 -c sha256.txt)
  manifest.json                  format, maker, numbers, and the names of people

To bring it back into Galley: File, Import library…
No password and no signing key is in it.`,
  },
  copyName: { zh: '{name}（来自存档）', en: '{name} (from archive)' },
  untitled: { zh: '未命名稿件', en: 'Untitled article' },

  fileType: { zh: '清样资料库存档', en: 'Galley archive' },
  title: { zh: '整库存档', en: 'The whole library as one file' },
  about: {
    zh: '所有稿件、历史、送审过的各版和图片装进一个 ZIP 文件，可以搬到另一台电脑，也可以不用清样直接打开。',
    en: 'All articles, their history, submitted texts and pictures in one ZIP file: to move to another computer, or to read without Galley.',
  },
  exportTitle: { zh: '导出资料库', en: 'Export library' },
  exportAbout: {
    zh: '所有稿件、历史和图片会写进一个文件，写完读回核对后才算完成。期间可以照常写稿。登录信息和签名密钥不在其中。',
    en: 'All articles, their history and pictures go into one file, which is read back before it counts as done. You can go on writing meanwhile. Sign-in and signing key stay here.',
  },
  exportTo: { zh: '存到', en: 'Save to' },
  pathHint: {
    zh: '完整路径，文件名以 .zip 结尾。同名文件会被替换。',
    en: 'The whole path; the name ends in .zip. A file of that name is replaced.',
  },
  choose: { zh: '选择…', en: 'Choose…' },
  again: { zh: '再导出一份', en: 'Export again' },
  open: { zh: '打开', en: 'Open' },
  export: { zh: '导出', en: 'Export' },
  exported: { zh: '已导出，读回核对无误', en: 'Exported, and read back without a fault' },
  exportedFacts: {
    zh: '{articles, plural, other {# 篇稿件}}，{pictures, plural, other {# 张图片}}，{size} MB',
    en: '{articles, plural, one {# article} other {# articles}}, {pictures, plural, one {# picture} other {# pictures}}, {size} MB',
  },
  missingPictures: {
    zh: '{n, plural, other {有 # 张图片}}不在本机或已损坏，没有带上。稿件里照样写着它们的说明。',
    en: '{n, plural, one {# picture is} other {# pictures are}} not on this computer or damaged, and did not go along. Their captions did.',
  },
  damagedArticles: {
    zh: '这些稿件有一部分读不出来，能读的都带上了：',
    en: 'Something of these articles could not be read; what can be read went along:',
  },

  importTitle: { zh: '导入资料库', en: 'Import library' },
  importAbout: {
    zh: '先看清存档里有什么，再决定。看的时候资料库不会有任何变化。',
    en: 'First look at what the archive holds, then decide. Looking changes nothing.',
  },
  importFrom: { zh: '存档文件', en: 'Archive' },
  importHint: { zh: '由清样导出的 .zip 文件的完整路径。', en: 'The whole path of a .zip file that Galley exported.' },
  look: { zh: '查看内容', en: 'Look inside' },
  other: { zh: '换一个文件', en: 'Another file' },
  import: { zh: '导入', en: 'Import' },
  from: { zh: '来自', en: 'From' },
  fromWhom: { zh: '{name}（{account}），{newsroom}', en: '{name} ({account}), {newsroom}' },
  madeAt: { zh: '导出时间', en: 'Exported' },
  holds: { zh: '内容', en: 'Holds' },
  holdsFacts: {
    zh: '{articles, plural, other {# 篇稿件}}，{revisions, plural, other {# 个送审版本}}，{points, plural, other {# 条历史}}，{pictures, plural, other {# 张图片}}',
    en: '{articles, plural, one {# article} other {# articles}}, {revisions, plural, one {# submitted text} other {# submitted texts}}, {points, plural, one {# point of history} other {# points of history}}, {pictures, plural, one {# picture} other {# pictures}}',
  },
  foreign: {
    zh: '这是另一个人的存档。对方的草稿会成为你名下的新稿，对方的稿件只供阅读。',
    en: 'This is somebody else’s archive. Their drafts become new articles of yours; their own articles come in to be read.',
  },
  willDo: { zh: '导入会怎样', en: 'What importing does' },
  hasDone: { zh: '已导入', en: 'Imported' },
  outcomeNew: {
    zh: '{n, plural, other {# 篇新稿件}}连同全部历史进入资料库',
    en: '{n, plural, one {# article is new and comes} other {# articles are new and come}} in with all of the history',
  },
  outcomeSame: {
    zh: '{n, plural, other {# 篇}}这里已有，或这里的更新：文字不变，补上缺的历史',
    en: '{n, plural, one {# article is} other {# articles are}} here already, or newer here: the words stay, and missing history is added',
  },
  outcomeTwice: {
    zh: '{n, plural, other {# 篇}}两边写得不一样：这里的不动，存档里的另成一篇，稿名注明“来自存档”',
    en: '{n, plural, one {# article differs: the one} other {# articles differ: those}} here stay as they are, and the archive’s words become an article beside them, named “from archive”',
  },
  outcomeRead: {
    zh: '{n, plural, other {# 篇别人的稿件}}进来供阅读',
    en: '{n, plural, one {# article of others comes} other {# articles of others come}} in to be read',
  },
  outcomeCopied: {
    zh: '{n, plural, other {# 篇别人的草稿}}成为你名下的新稿，稿名注明“来自存档”',
    en: '{n, plural, one {# draft of others becomes an article} other {# drafts of others become articles}} of yours, named “from archive”',
  },
  outcomeNothing: {
    zh: '{n, plural, other {# 篇}}只有名目、没有文字，不导入',
    en: '{n, plural, one {# article has} other {# articles have}} no text in the archive and stay out',
  },
  safe: {
    zh: '导入前会先备份现在的资料库。这里的文字不会被改动或覆盖，也不会有任何稿件因此送审或发布。',
    en: 'A backup of this library is made first. Nothing that is here is changed or replaced, and nothing is submitted or published by importing.',
  },
  noWords: {
    zh: '导入不会带来新的文字。',
    en: 'Importing brings no new words.',
  },
  keptTwice: { zh: '另存的稿件', en: 'Kept beside what is here' },
  picturesIn: {
    zh: '{n, plural, other {# 张图片}}已放入资料库',
    en: '{n, plural, one {# picture was} other {# pictures were}} added',
  },
  refusedPictures: {
    zh: '{n, plural, other {# 个图片文件}}无法解读，没有放入。稿件里会显示缺图。',
    en: '{n, plural, one {# picture file cannot be read and was} other {# picture files cannot be read and were}} left out. Their articles show that a picture is missing.',
  },

  phaseTexts: { zh: '正在处理文字', en: 'Texts' },
  phasePictures: { zh: '正在处理图片', en: 'Pictures' },
  phaseChecking: { zh: '正在读回核对', en: 'Reading it back' },
  phaseBackup: { zh: '正在备份现在的资料库', en: 'Backing up this library' },
  phaseStoring: { zh: '正在存入', en: 'Storing' },

  broken: {
    zh: '它不是清样的存档，或文件不完整',
    en: 'it is no archive of Galley, or the file is incomplete',
  },
  foreignEntry: { zh: '里面有不属于存档的文件“{entry}”', en: 'it holds “{entry}”, which no archive has' },
  twice: { zh: '“{entry}”出现了两次', en: '“{entry}” stands in it twice' },
  encrypted: { zh: '“{entry}”是加密的', en: '“{entry}” is encrypted' },
  link: { zh: '“{entry}”是指向别处的链接', en: '“{entry}” is a link to another place' },
  tooMany: { zh: '里面的文件太多', en: 'it holds too many files' },
  tooLarge: { zh: '“{entry}”解开后太大', en: '“{entry}” is too large once it is unpacked' },
  bomb: { zh: '解开后会大得不合常理', en: 'it would unpack to an absurd size' },
  missing: { zh: '缺少“{entry}”', en: '“{entry}” is missing' },
  wrongHash: { zh: '“{entry}”的内容与校验值不符', en: '“{entry}” is not what its checksum says' },
  notJson: { zh: '“{entry}”不是可读的数据', en: '“{entry}” is not readable data' },
  tooDeep: { zh: '“{entry}”嵌套得不合常理', en: '“{entry}” is nested absurdly deep' },
  malformed: { zh: '“{entry}”的数据有误（{path}）', en: 'the data in “{entry}” is malformed ({path})' },
  lyingRevision: {
    zh: '“{entry}”里有一版的内容与编号不符',
    en: 'a revision in “{entry}” is not what its id says',
  },
  miscounted: { zh: '里面的内容与清单的数目不符', en: 'it does not hold as much as its manifest says' },
})
