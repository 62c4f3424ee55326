import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { tokensOfHost } from './elementBuild.mjs'

const tokens = readFileSync(new URL('../src/ui/shared/tokens.css', import.meta.url), 'utf8')

test('in an element the tokens stand on its host alone, where the page around may set them', () => {
  const css = tokensOfHost(tokens).replaceAll(/\/\*[\s\S]*?\*\//g, '')
  expect(css).not.toContain('[data-throughline]')
  expect(css).toContain(":host([data-theme='dark']) {")
  expect(css).toContain(':host(:not([data-theme])) {')
})

test('no declaration is lost on the way', () => {
  const count = (css) => css.match(/--tl-[\w-]+:/g)?.length
  expect(count(tokensOfHost(tokens))).toBe(count(tokens))
})
