import type { Page } from '@playwright/test'

import { startElectron } from '../kit/electron.ts'
import { expect, test } from '../kit/host.ts'
import type { Workstation } from '../kit/workstation.ts'
import { launchWorkstation } from '../kit/workstation.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

/** One window for all: nothing that is tried here may change anything. */
let workstation: Workstation
let page: Page

test.beforeAll(async () => {
  workstation = await launchWorkstation(startElectron)
  page = await workstation.page('linxiao')
  await page.getByRole('button', { name: '新建', exact: true }).waitFor({ timeout: 60_000 })
})

test.afterAll(() => workstation.close())

test('a page has one key of the program and nothing of Node', async () => {
  const reach = await page.evaluate(() => {
    const globals = window as unknown as Record<string, unknown>
    return {
      bridge: Object.keys(globals['galley'] as object),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => globals[name] !== undefined,
      ),
    }
  })
  expect(reach).toEqual({ bridge: ['connect'], node: [] })
})

test('the content policy allows nothing unsafe, and holds', async () => {
  const policy = await page.evaluate(async () => (await fetch('galley://app/')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
  const ran = await page.evaluate(async () => {
    // They are reported after the fact.
    const violated = (directive: string) =>
      new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (effectiveDirective === directive) resolve()
        })
      })
    const reported = Promise.all(['script-src-elem', 'img-src', 'connect-src'].map(violated))
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    const handler = document.createElement('div')
    handler.innerHTML = '<img src="data:image/png;base64,AAAA" onerror="window.injected = true">'
    document.body.append(handler)
    // Later, and thus on the page's own account: what a debugger evaluates is allowed to evaluate.
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-implied-eval -- the attack that the policy stops
          resolve(typeof new Function('return true') === 'function')
        } catch {
          resolve(false)
        }
      })
    })
    const outside = await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    )
    await reported
    handler.remove()
    return { injected: 'injected' in window, evaluated, outside }
  })
  expect(ran).toEqual({ injected: false, evaluated: false, outside: 'refused' })
})

test('permissions are refused without asking', async () => {
  const answers = await page.evaluate(async () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'granted',
        () => 'refused',
      )
    return {
      notifications: await Notification.requestPermission(),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refused(navigator.clipboard.readText()),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('refused'),
        )
      }),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    place: 'refused',
  })
})

test('the program serves its own files and the pictures of its profile, and nothing else', async () => {
  const status = (url: string) =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          (answer) => answer.status,
          () => 'refused' as const,
        ),
      url,
    )
  expect(await status('galley://app/')).toBe(200)
  for (const path of [
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%2e%2e%2f%2e%2e%2fmain%2felectron.js',
    '/..%5c..%5cpackage.json',
    '//server/share/index.html',
    '/%00index.html',
    '/C:/index.html',
    '/media/',
    `/media/${'0'.repeat(64)}`,
    '/media/..%2f..%2finstance.json',
  ]) {
    expect(await status(`galley://app${path}`), path).toBe(404)
  }
  for (const url of ['galley://other/', 'file:///etc/passwd', 'http://127.0.0.1/']) {
    expect(await status(url), url).not.toBe(200)
  }
})

test('the window shows the program and goes nowhere else', async () => {
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,hi', 'galley://other/']) {
    await page.evaluate((url) => window.location.assign(url), target).catch(() => undefined)
    await page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.remove()
    }, target)
    expect(page.url()).toMatch(/^galley:\/\/app\//)
  }
  // A frame of a foreign page, and a form that would leave.
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    const form = document.createElement('form')
    form.action = 'https://example.com/'
    document.body.append(form)
    form.submit()
    form.remove()
    frame.remove()
  })
  expect(page.url()).toMatch(/^galley:\/\/app\//)
  const opened = await page.evaluate(
    () => window.open('javascript:alert(1)') === null && window.open('about:blank') === null,
  )
  expect(opened).toBe(true)
  // Asked of the page itself: Playwright waits for navigations that it believes to have begun.
  expect(await page.evaluate(() => document.querySelector('button') !== null)).toBe(true)
})
