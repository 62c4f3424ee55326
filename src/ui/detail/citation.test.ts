import { expect, test } from 'vitest'

import { citation } from './citation.ts'
import { fieldLetter } from './fieldLetter.ts'

const parts = {
  title: 'Ten projects',
  date: '26 July 2019',
  timeline: 'A story',
  sourcesTitle: 'Sources',
  sources: ['Report, 2019, https://example.org/', 'Interview, paragraph 6'],
  url: 'https://example.org/?event=ten',
}

test('says what, when, in which timeline, by which sources, and where', () => {
  expect(citation(parts)).toBe(
    [
      'Ten projects (26 July 2019)',
      'A story',
      'Sources:',
      '- Report, 2019, https://example.org/',
      '- Interview, paragraph 6',
      'https://example.org/?event=ten',
    ].join('\n'),
  )
})

test('names no sources when there are none', () => {
  expect(citation({ ...parts, sources: [] })).not.toContain('Sources')
})

test.each([
  ['A: AI', 'A'],
  ['B：区块链', 'B'],
  ['C', 'C'],
  ['AI', ''],
  ['Apache-2.0', ''],
  ['2019', ''],
  ['', ''],
])('the field letter of %j is %j', (value, letter) => {
  expect(fieldLetter(value)).toBe(letter)
})
