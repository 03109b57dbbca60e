import { expect, it } from 'vitest'

import { isWebUrl, safeUrl } from './url.ts'

it.each(['https://example.org/a?b=c#d', 'http://example.org', 'mailto:desk@example.org'])('lets %s through', (url) => {
  expect(safeUrl(url)).toBe(url)
})

it.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\u0000script:alert(1)',
  'java\nscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'smb://host/share',
  'ms-msdt:/id',
  '//example.org/no-scheme',
  'relative/path',
  '',
])('refuses %j', (url) => {
  expect(safeUrl(url)).toBeNull()
})

it('takes as an address of the web only http and https with a host', () => {
  expect(isWebUrl('https://example.org/新闻')).toBe(true)
  for (const url of ['mailto:a@b.example', 'https://', 'ftp://example.org', 'example.org'])
    expect(isWebUrl(url)).toBe(false)
})
