import { describe, expect, it } from 'vitest'

import { nextMatch } from './nextMatch.ts'

describe('nextMatch', () => {
  const matching = [2, 5, 9]

  it('starts at the end that the direction comes from', () => {
    expect(nextMatch(matching, undefined, 'next')).toBe(2)
    expect(nextMatch(matching, undefined, 'previous')).toBe(9)
  })

  it('steps on and goes round', () => {
    expect(nextMatch(matching, 2, 'next')).toBe(5)
    expect(nextMatch(matching, 9, 'next')).toBe(2)
    expect(nextMatch(matching, 5, 'previous')).toBe(2)
    expect(nextMatch(matching, 2, 'previous')).toBe(9)
  })

  it('goes to the nearest from an event that is no match', () => {
    expect(nextMatch(matching, 6, 'next')).toBe(9)
    expect(nextMatch(matching, 6, 'previous')).toBe(5)
    expect(nextMatch(matching, 0, 'previous')).toBe(9)
    expect(nextMatch(matching, 10, 'next')).toBe(2)
  })

  it('has nowhere to go without matches', () => {
    expect(nextMatch([], 3, 'next')).toBeUndefined()
    expect(nextMatch(new Uint32Array(), undefined, 'previous')).toBeUndefined()
  })
})
