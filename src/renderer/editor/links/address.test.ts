import { describe, expect, it } from 'vitest'

import { linkAddress } from './address.ts'

describe('the address of a link', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    [' http://example.org ', 'http://example.org'],
    ['example.org/a?b#c', 'https://example.org/a?b#c'],
    ['新闻.example:8080', 'https://新闻.example:8080'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ])('reads %j as %j', (typed, address) => {
    expect(linkAddress(typed)).toBe(address)
  })

  it.each([
    '',
    'word',
    'two words.example',
    'javascript:alert(1)',
    'java\0script:alert(1)',
    'JaVaScRiPt:alert(1)//.example',
    'data:text/html,x',
    'file:///etc/passwd',
    `https://example.org/${'a'.repeat(2048)}`,
  ])('refuses %j', (typed) => {
    expect(linkAddress(typed)).toBeNull()
  })
})
