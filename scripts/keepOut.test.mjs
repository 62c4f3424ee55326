import { expect, test } from 'vitest'
import { findIntruders } from './keepOut.mjs'

test.each([
  'node_modules/react-dom/cjs/react-dom-client.production.js',
  'node_modules/react/index.js',
  'node_modules/scheduler/index.js',
  'src/formats/import/csvTable.ts',
])('%s is kept out of embeds', (module) => {
  expect(findIntruders(['src/embed/embedPage.ts', module])).toEqual([
    expect.stringContaining(module),
  ])
})

test('what embeds are made of is let in', () => {
  const modules = [
    'node_modules/preact/dist/preact.mjs',
    'node_modules/@tanstack/react-query/build/modern/useQuery.js',
    'node_modules/zustand/esm/react.mjs',
    'src/ui/list/EventList.tsx',
  ]
  expect(findIntruders(modules)).toEqual([])
})
