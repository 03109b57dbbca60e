import type { Page } from '@playwright/test'

import { expect } from '../kit/host.ts'

/** What people do at the workstation, in their words. Locators are roles and names, as a screen reader has them. */

export const headlineOf = (page: Page) => page.getByRole('textbox', { name: '标题', exact: true })
export const bodyOf = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true })
export const statusBar = (page: Page) => page.getByRole('contentinfo', { name: '状态栏' })
export const inspector = (page: Page) => page.getByRole('complementary', { name: '右侧栏' })

/** The window is up and knows its newsroom. */
export async function atWork(page: Page): Promise<Page> {
  await page.getByRole('button', { name: '新建', exact: true }).waitFor({ timeout: 60_000 })
  return page
}

export async function startOriginal(page: Page, headline: string): Promise<void> {
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /原创/ }).click()
  // The article that was open before is still on the screen while the new one is made.
  await expect(headlineOf(page)).toHaveValue('')
  await headlineOf(page).fill(headline)
}

export async function writeBody(page: Page, ...paragraphs: string[]): Promise<void> {
  await bodyOf(page).click()
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(paragraph)
  }
}

export interface Attribution {
  column: string
  reporter: string
  editor: string
  responsibleEditor: string
}

export async function attribute(page: Page, { column, reporter, editor, responsibleEditor }: Attribution) {
  const panel = inspector(page)
  await panel.getByRole('tab', { name: /署名与来源/ }).click()
  await panel.getByRole('combobox', { name: '栏目' }).selectOption({ label: column })
  await panel.getByRole('textbox', { name: '记者' }).fill(reporter)
  await panel.getByRole('textbox', { name: '记者' }).press('Enter')
  for (const [label, name] of [
    ['编辑', editor],
    ['责任编辑', responsibleEditor],
  ] as const) {
    await panel.getByRole('combobox', { name: label, exact: true }).fill(name)
    await page.getByRole('option', { name }).click()
  }
  await panel.getByRole('radio', { name: '未使用' }).click()
  await expect(panel.getByText('署名与来源齐全')).toBeVisible()
}

export const saved = (page: Page) => expect(statusBar(page).getByText(/已保存到本机/)).toBeVisible()

export async function setOffline(page: Page, offline: boolean): Promise<void> {
  const button = statusBar(page).getByRole('button', { name: offline ? /已连接编辑部/ : /离线工作/ })
  await button.click()
  await page.getByRole('button', { name: offline ? '离线工作' : '恢复联网', exact: true }).click()
  await page.keyboard.press('Escape')
}

export async function reviewTab(page: Page): Promise<void> {
  await inspector(page).getByRole('tab', { name: /审稿/ }).click()
}

/** Opens an article from a shelf of the library, where it has to turn up. */
export async function openFrom(page: Page, shelf: string, headline: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${shelf}，`) }).click()
  await page.getByRole('option', { name: new RegExp(headline) }).click({ timeout: 20_000 })
  await expect(headlineOf(page)).toHaveValue(headline)
}
