import { photograph, xmpPacket } from '#pictures/testing/samples.ts'
import { expect, test } from '../kit/host.ts'
import { atWork, saved, startOriginal, writeBody } from './desk.ts'

test.describe.configure({ timeout: 180_000 })

test('a picture brings its credit along, and says where that comes from', async ({ workstation }) => {
  const page = await atWork(await workstation.page('linxiao'))
  await startOriginal(page, '带着署名的照片')
  await writeBody(page, '照片见下。')
  const xmp = xmpPacket(
    '<photoshop:Credit>河湾图片社</photoshop:Credit><photoshop:Source>河湾新闻网</photoshop:Source>' +
      '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 河湾图片社</rdf:li></rdf:Alt></dc:rights>',
  )
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '插入图片' }).click()
  await (
    await chooser
  ).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photograph({ xmp, gps: true }) })
  const form = page.getByRole('group', { name: '图片资料' })
  await expect(form.locator('[data-detail="credit"]')).toHaveValue('河湾图片社')
  await expect(form.locator('[data-detail="rights"]')).toHaveValue('© 河湾图片社')
  await expect(form.getByText('取自图片文件（XMP）').first()).toBeVisible()
  await form.locator('[data-detail="credit"]').fill('林晓')
  await expect(form.getByText('取自图片文件（XMP）')).toHaveCount(2)
  await saved(page)
})

test('a file that is no picture is refused in words', async ({ workstation }) => {
  const page = await atWork(await workstation.page('linxiao'))
  await startOriginal(page, '坏图片')
  await writeBody(page, '正文。')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '插入图片' }).click()
  const whole = await photograph()
  await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: whole.subarray(0, whole.length / 2) })
  await expect(page.getByRole('alert').filter({ hasText: '不完整或已损坏' })).toBeVisible()
})
