import { describe, expect, test } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { textIn } from '#core/model/document.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { nextSorting, sortRows, type Sorting } from './sortRows.ts'

const { document } = readDocument({
  version: 1,
  title: 'T',
  events: [
    { id: 'z', date: '2014', title: 'Zebra 10', importance: 2 },
    { id: 'a', date: '2015', title: 'apple', importance: 5 },
    { id: 'e', date: '2016', title: 'Éclair', importance: 2 },
    { id: 'z2', date: '2017', title: 'Zebra 2', importance: 5 },
  ],
})
if (document === undefined) throw new Error('the test document cannot be read')
const table = buildEventTable(document)

function sorted(key: Sorting['key'], direction: Sorting['direction'], locale = 'en'): string {
  const words = {
    title: (event: number) => textIn(table.event(event)?.title, 'en'),
    organizations: () => '',
  }
  const rows = sortRows(table, Int32Array.of(0, 1, 2, 3), { key, direction }, words, locale)
  return Array.from(rows, (event) => table.id(event)).join(' ')
}

describe('rows', () => {
  test('by date, both ways', () => {
    expect(sorted('date', 'ascending')).toBe('z a e z2')
    expect(sorted('date', 'descending')).toBe('z2 e a z')
  })

  test('by title as the language does: accents and case do not matter, numbers by value', () => {
    expect(sorted('title', 'ascending')).toBe('a e z2 z')
    expect(sorted('title', 'descending')).toBe('z z2 e a')
  })

  test('ties stay in order of time, whichever way', () => {
    expect(sorted('importance', 'descending')).toBe('a z2 z e')
    expect(sorted('importance', 'ascending')).toBe('z e a z2')
    expect(sorted('organizations', 'descending')).toBe('z a e z2')
  })
})

test('a header sorts its natural way first, then the other', () => {
  const byDate: Sorting = { key: 'date', direction: 'ascending' }
  expect(nextSorting(byDate, 'date').direction).toBe('descending')
  expect(nextSorting(byDate, 'title')).toEqual({ key: 'title', direction: 'ascending' })
  expect(nextSorting(byDate, 'importance')).toEqual({ key: 'importance', direction: 'descending' })
})
