import { area } from './define.ts'

/** Words of the place where articles are written. */
export const writingMessages = area('writing', {
  body: { zh: '正文', en: 'Body' },
  bodyPlaceholder: { zh: '从这里开始写正文', en: 'Start writing here' },
  kickerPlaceholder: { zh: '引题（可不填）', en: 'Kicker (optional)' },
  headlinePlaceholder: { zh: '标题', en: 'Headline' },
  deckPlaceholder: { zh: '副题（可不填）', en: 'Deck (optional)' },

  toolbar: { zh: '文字格式', en: 'Formatting' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },

  linkAddress: { zh: '链接地址', en: 'Link address' },
  linkApply: { zh: '确定', en: 'Apply' },
  linkRemove: { zh: '去掉链接', en: 'Remove link' },
  linkInvalid: {
    zh: '只能链接到网页（http、https）或邮箱地址',
    en: 'Links go to web pages (http, https) or mail addresses only',
  },

  pictureMissing: { zh: '待补：{fields}', en: 'Missing: {fields}' },
  pictureDetails: { zh: '图片资料', en: 'Picture details' },
  pictureWordsRead: { zh: '取自图片文件（{origin}）', en: 'From the picture file ({origin})' },
  pictureWordsGuessed: {
    zh: '取自图片文件（{origin}）；编码是猜的，请核对',
    en: 'From the picture file ({origin}); its encoding is a guess, please check',
  },
  pictureUnreadable: {
    zh: '图片在本机，但磁盘现在读不出来，可能松动或损坏。文字完好，请检查磁盘后再试',
    en: 'The picture is on this computer, but the disk cannot read it now; it may be loose or failing. The text is safe: check the disk and try again',
  },
  pictureAtDesk: {
    zh: '图片文件不在本机或已损坏，编辑部有一份，连上后自动取回',
    en: 'The picture’s file is missing or damaged here. The desk has it, and it is fetched when the desk can be reached',
  },
  pictureLost: {
    zh: '图片文件已损坏或丢失，编辑部也没有。文字和图片资料都在，请重新插入原图',
    en: 'The picture’s file is damaged or missing, and the desk does not have it. Its words are safe: insert the original again',
  },
  pictureAgain: { zh: '再试一次', en: 'Try again' },
  pictureUnseen: { zh: '图片显示不出来', en: 'The picture cannot be shown' },
  picturesAdding: {
    zh: '正在放入 {count, number} 张图片…',
    en: '{count, plural, one {Adding a picture…} other {Adding # pictures…}}',
  },
  listComma: { zh: '、', en: ', ' },
  dismiss: { zh: '知道了', en: 'Dismiss' },

  pastedPicture: { zh: '［图片：{alt}］', en: '[Picture: {alt}]' },
  pastedPictureUnnamed: { zh: '［图片］', en: '[Picture]' },

  unknown: {
    zh: '这里有本版本不认识的内容（{type}），已原样保留',
    en: 'Something this version does not know ({type}), kept as it came',
  },
})
