import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { urlParams } from './params.ts'

const page = readFileSync(new URL('../../../docs/links.md', import.meta.url), 'utf8')

test('docs/links.md names every parameter, in the order in which addresses are written', () => {
  const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(named).toEqual(urlParams.map(({ name }) => name))
})
