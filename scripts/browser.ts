import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export type BrowserKind = 'chromium' | 'chrome' | 'edge' | 'playwright' | 'named'

export interface FoundBrowser {
  path: string
  /** Where it comes from: `named` by GALLEY_CHROMIUM, `playwright` is the download of the test runner. */
  kind: BrowserKind
}

/**
 * A browser of the Chromium family on this machine, or null. Tests drive it, and `npm start` opens an app window with
 * it where Electron's program is missing. GALLEY_CHROMIUM names one explicitly and is then the only candidate.
 */
export function findBrowser(): FoundBrowser | null {
  const named = process.env['GALLEY_CHROMIUM']
  if (named) return existsSync(named) ? { path: named, kind: 'named' } : null
  return candidates().find(({ path }) => existsSync(path)) ?? fromPlaywright()
}

function candidates(): FoundBrowser[] {
  const list = (kind: BrowserKind, paths: string[]): FoundBrowser[] => paths.map((path) => ({ path, kind }))
  switch (process.platform) {
    case 'win32': {
      const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? [])
      const under = (...parts: string[]): string[] => roots.map((root) => join(root, ...parts))
      return [
        ...list('chrome', under('Google', 'Chrome', 'Application', 'chrome.exe')),
        ...list('edge', under('Microsoft', 'Edge', 'Application', 'msedge.exe')),
        ...list('chromium', under('Chromium', 'Application', 'chrome.exe')),
      ]
    }
    case 'darwin': {
      const app = (name: string): string[] =>
        ['/Applications', join(homedir(), 'Applications')].map((root) => `${root}/${name}.app/Contents/MacOS/${name}`)
      return [
        ...list('chrome', app('Google Chrome')),
        ...list('edge', app('Microsoft Edge')),
        ...list('chromium', app('Chromium')),
      ]
    }
    default: {
      const folders = new Set(['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(delimiter)])
      const named = (...names: string[]): string[] =>
        names.flatMap((name) => [...folders].filter(Boolean).map((folder) => join(folder, name)))
      return [
        // Ubuntu's chromium-browser is a snap in disguise, which cannot use a profile outside of its own home.
        ...list('chromium', named('chromium')),
        ...list('chrome', [...named('google-chrome-stable', 'google-chrome'), '/opt/google/chrome/chrome']),
        ...list('edge', [...named('microsoft-edge-stable', 'microsoft-edge'), '/opt/microsoft/msedge/msedge']),
        ...list('chromium', [...named('chromium-browser'), '/snap/bin/chromium']),
      ]
    }
  }
}

/** Asked last, because loading Playwright takes longer than looking everywhere else. */
function fromPlaywright(): FoundBrowser | null {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test') as typeof import('@playwright/test')
    const path = chromium.executablePath()
    return existsSync(path) ? { path, kind: 'playwright' } : null
  } catch {
    // Not installed (production install) or without a build for this platform: then there is none.
    return null
  }
}

/**
 * The browser for tests; installs one where that is possible without asking: by apt on a Debian machine whose user is
 * root (a container), else Playwright's own download. Chinese text needs a font to be measured, so apt brings that too.
 * @throws with the command to run when none could be had.
 */
export function ensureTestBrowser(): FoundBrowser {
  const debianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (debianRoot) installDebianPackages()
  else if (!findBrowser()) spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: true })

  const found = findBrowser()
  if (found) return found
  throw new Error(
    [
      'Browser tests need Chromium, Chrome or Edge, and none was found or could be installed. One of these helps:',
      '  Debian:         apt-get install chromium fonts-noto-cjk',
      '  anywhere:       npx playwright install chromium',
      '  already there:  set GALLEY_CHROMIUM to its path',
    ].join('\n'),
  )
}

function installDebianPackages(): void {
  const installed = (name: string): boolean => spawnSync('dpkg', ['--status', name], { stdio: 'ignore' }).status === 0
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(installed('fonts-noto-cjk') ? [] : ['fonts-noto-cjk'])]
  if (missing.length === 0) return
  console.log(`Installing for browser tests: ${missing.join(' ')}`)
  const apt = (...args: string[]): void => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
  apt('update')
  apt('install', '--yes', '--no-install-recommends', ...missing)
}
