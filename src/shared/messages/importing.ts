import { area } from './define.ts'

/** Why a file cannot come in. They stand as `{reason}` in error.import_invalid, after the line and the field. */
export const importMessages = area('import', {
  notUtf8: { zh: '文件不是 UTF-8 编码', en: 'the file is not UTF-8' },
  nul: { zh: '文件含有空字符，不是文字文件', en: 'the file has a NUL character: it is not text' },
  unterminated: { zh: '文件头没有以“---”结束', en: 'the front matter does not end with “---”' },
  yaml: { zh: '文件头格式有误（{detail}）', en: 'the front matter is malformed ({detail})' },
  alias: { zh: '文件头不能用锚点和引用（& 和 *）', en: 'anchors and aliases (& and *) are not allowed' },
  unknownKey: {
    zh: '没有这一项{suggestion, select, none {} other {，是不是“{suggestion}”}}',
    en: 'there is no such key{suggestion, select, none {} other {; did you mean “{suggestion}”}}',
  },
  expectedText: { zh: '应为文字', en: 'has to be text' },
  expectedNames: { zh: '应为人名，用顿号、逗号隔开或列成清单', en: 'has to be names: a list, or separated by commas' },
  expectedKeys: { zh: '应为若干项，可用的有：{known}', en: 'has to be a group of keys: {known}' },
  expectedList: { zh: '应为清单', en: 'has to be a list' },
  oneOf: { zh: '应为以下之一：{known}', en: 'has to be one of: {known}' },
  tooLong: { zh: '太长，最多 {limit} 个字符', en: 'too long: at most {limit} characters' },
  invalid: { zh: '内容不合格式', en: 'is not of the right form' },
  unknownColumn: { zh: '没有栏目“{value}”，现有栏目：{known}', en: 'there is no column “{value}”; there are: {known}' },
  notOwnSource: {
    zh: '原创稿件的来源只能是本单位“{newsroom}”',
    en: 'the source of an original can only be the newsroom itself, “{newsroom}”',
  },
  twoWays: { zh: '“{one}”与“{other}”只能写一处', en: 'give either “{one}” or “{other}”, not both' },
  notForOriginal: { zh: '原创稿件没有这一项', en: 'an original has no such key' },
  missingFile: { zh: '没有找到文件“{value}”', en: 'the file “{value}” is not there' },
  notBeside: {
    zh: '“{value}”不是稿件旁边的文件',
    en: '“{value}” is not a file beside the article',
  },
  unusedPicture: { zh: '正文没有用到这张图片', en: 'the text does not show this picture' },
  pictureUnsupported: {
    zh: '“{value}”不是可用的图片（JPEG、PNG、GIF、WebP）',
    en: '“{value}” is not a picture Galley can use (JPEG, PNG, GIF or WebP)',
  },
  tooDeep: { zh: '嵌套层次太多', en: 'nested too deeply' },
  tooManyMarks: { zh: '标记符号太多，不像一篇稿件', en: 'too many marks to be an article' },
  tooManyBlocks: { zh: '段落太多，最多 {limit} 段', en: 'too many paragraphs: at most {limit}' },
})
