import { describe, expect, it } from 'vitest'

import { pagesFor } from './pagesFor.ts'

describe('the stretch of the list that is shown', () => {
  it.each([
    ['the first page', { from: 0, to: 200 }, -1, 1000, { from: 0, to: 200 }],
    ['all of few', { from: 0, to: 200 }, -1, 30, { from: 0, to: 30 }],
    ['none of none', { from: 0, to: 200 }, -1, 0, { from: 0, to: 0 }],
    ['a selection on it', { from: 0, to: 200 }, 199, 1000, { from: 0, to: 200 }],
    ['up to a selection not far on', { from: 0, to: 200 }, 450, 1000, { from: 0, to: 600 }],
    ['the page of one far on', { from: 0, to: 200 }, 500_001, 1e6, { from: 500_000, to: 500_200 }],
    ['the page of one before', { from: 400, to: 600 }, 10, 1000, { from: 0, to: 200 }],
    ['the last page', { from: 0, to: 200 }, 999_999, 1e6, { from: 999_800, to: 1e6 }],
    ['its start, when a filter leaves less', { from: 400, to: 600 }, -1, 90, { from: 0, to: 90 }],
  ])('is %s', (_, asked, place, length, expected) => {
    expect(pagesFor(asked, place, length)).toEqual(expected)
  })
})
