import type { ErrorCode } from '../rpc/errors.ts'
import type { Message } from './define.ts'
import { area } from './define.ts'

/** What happened, what is safe, what to do next: one message for each expected failure. */
const words = {
  invalid_input: {
    zh: '程序之间传递的内容有误，操作没有执行。稿件没有变化。请重试；若再次出现，请把日志交给管理员。',
    en: 'The program handed itself something malformed, so nothing was done. Your article is unchanged. Try again; if it happens again, give the log to your administrator.',
  },
  not_found: {
    zh: '找不到要操作的内容，它可能已被移走。其他稿件不受影响。请刷新列表后再试。',
    en: 'What you asked for is not there; it may have been moved. Nothing else is affected. Refresh the list and try again.',
  },
  conflict: {
    zh: '别处已有同样的内容，这次没有执行。已保存的内容都在。请刷新后再试。',
    en: 'Something of that kind exists already, so this was not done. Everything saved is safe. Refresh and try again.',
  },
  too_large: {
    zh: '{reason, select, pixels {这张图片的像素太多} frames {这个动图的帧数太多} other {文件太大}}，没有放入稿件。稿件没有变化。请换一个较小的文件。',
    en: '{reason, select, pixels {The picture has too many pixels} frames {The animation has too many frames} other {The file is too large}} and was not added. Your article is unchanged. Use a smaller file.',
  },
  rate_limited: {
    zh: '尝试次数过多，服务器请你稍候。内容都在本机。请一分钟后再试。',
    en: 'Too many attempts; the server asks you to wait. Your work is on this computer. Try again in a minute.',
  },
  unauthenticated: {
    zh: '服务器不认得这台电脑的登录。内容都在本机。请重新登录编辑部。',
    en: 'The server does not recognise this desktop. Your work is on this computer. Sign in to the desk again.',
  },
  wrong_password: {
    zh: '账号或密码不对，没有登录。请检查后重新输入。',
    en: 'The account or password is wrong; you are not signed in. Check both and enter them again.',
  },
  forbidden: {
    zh: '你的角色不能执行这项操作，稿件没有变化。需要时请联系管理员。',
    en: 'Your role may not do this. The article is unchanged. Ask your administrator if you should be able to.',
  },
  revoked_key: {
    zh: '这台电脑的签名密钥已被停用，审稿结论没有生效。稿件和意见都在本机。请联系管理员重新登记。',
    en: 'The signing key of this desktop has been revoked, so the verdict did not count. Text and opinion are kept here. Ask your administrator to enrol this desktop again.',
  },
  wrong_state: {
    zh: '稿件已进入别的环节，这一步不再适用。稿件没有变化。请查看它现在的状态。',
    en: 'The article has moved on, so this step no longer applies. It is unchanged. Look at where it stands now.',
  },
  attribution_incomplete: {
    zh: '署名与来源不完整，稿件没有送出。内容已保存。请在右侧补齐列出的各项。',
    en: 'The attribution is incomplete, so the article was not sent on. It is saved. Fill in what the inspector lists.',
  },
  open_clashes: {
    zh: '还有 {count, plural, other {# 处}}两版并存，稿件没有送出。各版内容都在。请逐处取舍后再送。',
    en: '{count, plural, one {# place has} other {# places have}} two versions, so the article was not sent on. Every version is kept. Decide each of them, then send it again.',
  },
  stale_revision: {
    zh: '稿件已有更新的一版，你的操作没有用在它上面。两版都保留着。请看过新的一版后再决定。',
    en: 'There is a newer revision, and what you did was not applied to it. Both are kept. Read the newer one, then decide.',
  },
  unmerged_heads: {
    zh: '还有别处写下的改动没有并入这一版，这一步没有执行。两边的文字都在。请先同步，看过合并后的稿件再做一次。',
    en: 'Changes written elsewhere are not in this revision yet, so this was not done. Both texts are kept. Sync first, look at the merged article, then do it again.',
  },
  revision_mismatch: {
    zh: '收到的稿件与它的编号对不上，服务器没有接受。本机的稿件完好。请重试；若再次出现，请联系管理员。',
    en: 'The article received does not match its fingerprint, and the server refused it. Your copy is intact. Try again; if it happens again, tell your administrator.',
  },
  not_signed_off: {
    zh: '这一版还没有签发，不能发布。稿件没有变化。请先完成终审。',
    en: 'This revision has not been signed off and cannot be published. It is unchanged. Finish the final review first.',
  },
  self_review: {
    zh: '不能审自己的稿件，结论没有记录。请由另一位同事来审。',
    en: 'Nobody reviews their own article, so no verdict was recorded. A colleague has to review it.',
  },
  duplicate_verdict: {
    zh: '你已经审过这一版，新的结论没有记录。原结论仍然有效。',
    en: 'You have judged this revision already, so the new verdict was not recorded. Your first one stands.',
  },
  wrong_stage: {
    zh: '稿件已不在这一审次，结论没有记录。请查看它现在的审次。',
    en: 'The article is no longer at this stage, so no verdict was recorded. Look at the stage it is at now.',
  },
  bad_signature: {
    zh: '签名核对不上，服务器没有接受。稿件没有变化。请联系管理员检查这台电脑的登记。',
    en: 'The signature does not verify, and the server refused it. The article is unchanged. Ask your administrator to check the enrolment of this desktop.',
  },
  bin_changed: {
    zh: '你查看之后，其中有稿件改动过、恢复了或已不在回收站，所以一篇也没有删除。请看过更新后的清单再决定。',
    en: 'Since you looked, one of these articles was changed, restored or left the bin, so nothing was removed. Look at the renewed list, then decide.',
  },
  bin_held: {
    zh: '{reason, select, acts {其中有稿件还有操作没有得到编辑部的答复} exchanging {其中有稿件正与编辑部交换文字} inReview {其中有稿件正在审稿} signedOff {其中有稿件已签发} published {其中有稿件已发布，读者看得到} other {其中有稿件还不能删除}}，所以一篇也没有删除。{reason, select, acts {请联网同步后再试。} exchanging {请联网，稍候再试。} other {请先恢复它，按它现在的环节处理。}}',
    en: '{reason, select, acts {The desk has not answered an act on one of these articles} exchanging {One of these articles is exchanging words with the desk} inReview {One of these articles is being reviewed} signedOff {One of these articles has been signed off} published {Readers can see one of these articles} other {One of these articles may not go yet}}, so nothing was removed. {reason, select, acts {Go online, sync, and try again.} exchanging {Go online, wait a moment, and try again.} other {Restore it, and deal with it where it stands.}}',
  },
  document_invalid: {
    zh: '稿件的内部格式有误，没有打开或保存。原文件没有改动。请把它交给管理员。',
    en: 'The article is malformed inside and was not opened or stored. The original is untouched. Give it to your administrator.',
  },
  document_newer: {
    zh: '稿件由更新版本的清样写成，这一版打不开。稿件完好。请升级后再打开。',
    en: 'The article was written by a newer Galley that this one cannot read. It is intact. Update, then open it again.',
  },
  import_invalid: {
    zh: '文件第 {line} 行“{field}”有误：{reason}。没有导入任何内容。请改好后重新导入。',
    en: 'Line {line} of the file, “{field}”: {reason}. Nothing was imported. Correct it and import again.',
  },
  media_unsupported: {
    zh: '{reason, select, damaged {这个图片文件不完整或已损坏，无法解读} polyglot {这个文件前面是图片，后面还藏着另一种文件} other {这不是可用的图片（支持 JPEG、PNG、GIF、WebP）}}。稿件没有变化。请换一张。',
    en: '{reason, select, damaged {This picture file is incomplete or damaged and cannot be read} polyglot {This file is a picture with another kind of file hidden behind it} other {This is not a picture Galley can use (JPEG, PNG, GIF or WebP)}}. Your article is unchanged. Use another file.',
  },
  media_missing: {
    zh: '稿件里的一张图片不在了。文字完好。请重新插入这张图片。',
    en: 'A picture of the article is missing. The text is intact. Insert the picture again.',
  },
  media_unreadable: {
    zh: '一张图片的文件在本机，但磁盘现在读不出来，可能松动或损坏。文字完好，图片文件没有改动，等待送出的内容会自动再试。请检查磁盘连接；若持续出错，请重新插入这张图片，并请管理员检查磁盘。',
    en: 'The file of a picture is on this computer, but the disk cannot read it now; it may be loose or failing. The text is safe, the file is unchanged, and what waits to be sent is tried again by itself. Check the connection of the disk; if it goes on, insert the picture again and have the disk checked.',
  },
  decoder_unavailable: {
    zh: '清样的图片解码程序在这台电脑上无法启动，现在不能加入图片。文字和已有的图片都完好。请重新安装清样，或换一台电脑加入图片。',
    en: 'The part of Galley that reads pictures does not start on this computer, so pictures cannot be added now. Text and existing pictures are safe. Install Galley again, or add the picture on another computer.',
  },
  archive_invalid: {
    zh: '这个文件不能导入：{reason}。资料库没有任何变化。请换一份完好的存档；里面的文字可以解压后直接读取。',
    en: 'This file cannot be imported: {reason}. Your library is unchanged. Use another copy of the archive; the texts in it can also be read by unpacking it.',
  },
  archive_newer: {
    zh: '这份存档由更新版本的清样写成（格式 {found}，本版最高 {known}）。存档和资料库都没有变化。请升级后再导入。',
    en: 'This archive was written by a newer Galley (format {found}; this one knows up to {known}). Archive and library are unchanged. Update, then import it again.',
  },
  archive_not_written: {
    zh: '存档没有写成：{why, select, disk_full {目标磁盘已满} disk_read_only {那里不能写入} other {目标磁盘读写出错，可能已被拔出}}。资料库没有变化，也没有留下半份存档。请换一个位置再导出。',
    en: 'The archive was not written: {why, select, disk_full {the disk that it goes to is full} disk_read_only {nothing can be written there} other {the disk that it goes to reports errors, or was taken out}}. Your library is unchanged, and no half archive was left. Choose another place and export again.',
  },
  file_unusable: {
    zh: '这个路径不能用：{reason, select, missing {找不到文件} folder {文件夹不存在} inside {它在资料库自己的文件夹里} relative {请写完整路径} ending {文件名要以 .zip 结尾} other {文件读不出来}}。资料库没有变化。请检查后重试。',
    en: 'This path cannot be used: {reason, select, missing {there is no such file} folder {its folder does not exist} inside {it lies inside of the library itself} relative {give the whole path} ending {the name has to end in .zip} other {the file cannot be read}}. Your library is unchanged. Check it and try again.',
  },
  cancelled: {
    zh: '已取消。资料库没有变化，也没有留下任何半成品。',
    en: 'Cancelled. Your library is unchanged, and nothing half done was left.',
  },
  database_newer: {
    zh: '这个资料库由更新版本的清样写成（格式 {found}，本版最高 {known}）。资料库没有改动。请升级后再打开。',
    en: 'This library was written by a newer Galley (format {found}; this one knows up to {known}). It is untouched. Update, then open it again.',
  },
  database_damaged: {
    zh: '资料库文件有一处受损。没有删除任何内容，刚写的内容仍留在窗口里。请在“设置 › 备份”中选“立即修复”；下次启动时也会自动修复。',
    en: 'The library file is damaged in one place. Nothing was deleted, and what you typed is still in the window. Choose “Repair now” under Settings, Backups; the next start repairs it by itself.',
  },
  database_busy: {
    zh: '另一个程序（如备份）正占用资料库文件，刚才没有存上。刚写的内容仍留在窗口里，请不要关闭窗口，稍后会自动保存。',
    en: 'Another program, a backup perhaps, holds the library file, so nothing was stored just now. What you typed is still in the window. Keep it open; saving goes on by itself.',
  },
  disk_full: {
    zh: '磁盘已满（或配额用完），刚才的内容没有存上。以前保存的都在，刚写的还留在窗口里。请不要关闭窗口，腾出空间后会自动保存。',
    en: 'The disk (or your quota) is full, so nothing was stored just now. What was saved before is safe, and what you just typed is still in the window. Keep it open and free some space; saving goes on by itself.',
  },
  disk_read_only: {
    zh: '磁盘不能写入，刚才的内容没有存上。以前保存的都在，刚写的还留在窗口里。请不要关闭窗口，检查写保护和权限，之后会自动保存。',
    en: 'The disk cannot be written to, so nothing was stored just now. What was saved before is safe, and what you just typed is still in the window. Keep it open and check write protection and permissions; saving goes on by itself.',
  },
  disk_failing: {
    zh: '磁盘读写出错，可能松动或损坏，刚才的内容没有存上。以前保存的没有改动，刚写的还留在窗口里。请不要关闭窗口，检查磁盘连接；若持续出错，先把这段文字复制到别处，再请管理员更换磁盘。',
    en: 'The disk reports errors; it may be loose or failing, and nothing was stored just now. What was saved before is unchanged, and what you just typed is still in the window. Keep it open and check the connection; if it goes on, copy these words elsewhere and have the disk replaced.',
  },
  folder_unusable: {
    zh: '这个文件夹不能用来放备份：它不存在、不能写入，或就在资料库里面。原来的设置没有变化，本机的备份照常进行。请另选一个文件夹。',
    en: 'Backups cannot go into this folder: it does not exist, cannot be written to, or lies inside the library itself. Nothing was changed, and backups on this computer go on. Choose another folder.',
  },
  profile_in_use: {
    zh: '另一个清样正在使用这个资料库，已为你切换到那个窗口。',
    en: 'Another Galley is using this library; its window has been brought to the front.',
  },
  keychain_unavailable: {
    zh: '系统钥匙串不可用，签名密钥无法安全保存，操作没有执行。稿件没有变化。请解锁钥匙串后再试。',
    en: 'The system keychain is not available, so the signing key cannot be kept safely and nothing was done. The article is unchanged. Unlock the keychain and try again.',
  },
  offline: {
    zh: '现在连不上服务器。内容都在本机，连上后会自动送出。',
    en: 'The server cannot be reached. Your work is on this computer and will be sent by itself when it can.',
  },
  timeout: {
    zh: '服务器没有及时回答，还不知道是否办成。内容都在本机，会先查询结果再决定是否重发。',
    en: 'The server did not answer in time, so it is not known whether this was done. Your work is on this computer; Galley looks up the outcome before it sends again.',
  },
  server_unavailable: {
    zh: '服务器暂时出错。内容都在本机，稍后会自动重试。',
    en: 'The server has a problem at the moment. Your work is on this computer; Galley tries again by itself.',
  },
  idempotency_mismatch: {
    zh: '同一编号的请求内容不同，服务器没有执行。内容都在本机。请把日志交给管理员。',
    en: 'Two different requests carried the same key, and the server did neither. Your work is on this computer. Give the log to your administrator.',
  },
  in_progress: {
    zh: '服务器正在处理同一个请求，请稍候。',
    en: 'The server is already working on this request. Wait a moment.',
  },
  disconnected: {
    zh: '窗口与后台的连接断开了，正在重新连接。还没存好的内容留在窗口里，请不要关闭窗口。',
    en: 'The window lost its connection to the program behind it and is reconnecting. What is not yet saved stays in the window; keep it open.',
  },
  internal: {
    zh: '程序出了意料之外的错误，操作没有完成。已保存的内容都在。请重试；若再次出现，请把日志交给管理员。',
    en: 'Something unexpected went wrong and this was not finished. Everything saved is safe. Try again; if it happens again, give the log to your administrator.',
  },
} as const satisfies Record<ErrorCode, Message>

export const errorMessages = area('error', words)
