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
