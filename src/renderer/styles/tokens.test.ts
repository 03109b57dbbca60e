import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

type Palette = Record<string, string>

/** The hex colours of the rule that starts with `selector`. */
function palette(selector: string): Palette {
  const start = css.indexOf(selector)
  const rule = css.slice(css.indexOf('{', start), css.indexOf('}', start))
  const found: Palette = {}
  for (const [, name = '', hex = ''] of rule.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)) found[name] = hex
  return found
}

const light = palette(':root {')
const dark = palette(":root[data-theme='dark']")

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2, 1.4.3. */
function contrast(a = '', b = ''): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['desk', 'chrome', 'paper', 'raised', 'hover', 'selected']

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, colours) => {
  const ratio = (a: string, b: string) => contrast(colours[a], colours[b])

  it.each(grounds)('reads at AA on %s', (ground) => {
    for (const text of ['ink', 'ink-soft', 'ink-faint']) expect(ratio(text, ground), text).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['chrome', 'paper', 'raised', 'hover', 'vermilion-wash'])('marks readably in vermilion on %s', (ground) => {
    expect(ratio('vermilion', ground)).toBeGreaterThanOrEqual(4.5)
  })

  it('warns readably', () => {
    for (const ground of ['chrome', 'paper', 'raised', 'ochre-wash']) {
      expect(ratio('ochre', ground), ground).toBeGreaterThanOrEqual(4.5)
    }
    expect(ratio('ink', 'ochre-wash')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('ink', 'text-selection')).toBeGreaterThanOrEqual(4.5)
  })

  it('labels the primary action readably', () => {
    expect(ratio('on-vermilion', 'vermilion')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('on-vermilion', 'vermilion-strong')).toBeGreaterThanOrEqual(4.5)
  })

  it('draws the edges of controls at 3 to 1', () => {
    for (const ground of ['chrome', 'paper', 'raised']) {
      expect(ratio('line-strong', ground), ground).toBeGreaterThanOrEqual(3)
    }
  })
})

it('is the same night by choice and by system', () => {
  expect(palette(":root:not([data-theme='light'])")).toEqual(dark)
  expect(Object.keys(dark).toSorted()).toEqual(Object.keys(light).toSorted())
})
