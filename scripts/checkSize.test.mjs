import { expect, test } from 'vitest'
import { chunkName, findEager, firstLoadChunks } from './checkSize.mjs'

const chunk = (fileName, imports = [], modules = []) => ({
  fileName,
  isEntry: false,
  imports,
  modules,
})

test('the first load is what the page names and all that this imports', () => {
  const chunks = [
    chunk('assets/index.js', ['assets/shared.js']),
    chunk('assets/shared.js', ['assets/deep.js', 'assets/index.js']),
    chunk('assets/deep.js'),
    chunk('assets/ListTwin.js', ['assets/shared.js']),
  ]
  const first = firstLoadChunks(chunks, ['assets/index.js', 'assets/index.css'])
  expect(first.map((one) => one.fileName)).toEqual([
    'assets/index.js',
    'assets/shared.js',
    'assets/deep.js',
  ])
})

test.each([
  'src/ui/list/ListTwin.tsx',
  'src/i18n/messages.zh-Hans.ts',
  'src/ui/about/About.tsx',
  'src/ui/failure/NotFound.tsx',
  'src/ui/shared/PrintedTimeline.tsx',
])('%s in the first load is an offence', (module) => {
  const first = [chunk('assets/index.js', [], ['src/app/main.tsx', module])]
  expect(findEager(first)).toEqual([expect.stringContaining(module)])
})

test('a chunk is named after its file', () => {
  expect(chunkName('assets/ListTwin-DKWgU5qY.js')).toBe('ListTwin')
  expect(chunkName('assets/messages.zh-Hans-D-Wg_5qY.js')).toBe('messages.zh-Hans')
})
