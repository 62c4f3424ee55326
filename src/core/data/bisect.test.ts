import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countBefore, countUpTo, firstWhere } from './bisect.ts'

const rising = fc
  .array(fc.integer({ min: -20, max: 20 }))
  .map((values) => values.toSorted((p, q) => p - q))

describe('bisection', () => {
  it('counts what a filter counts', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: -22, max: 22 }), (values, at) => {
        expect(countBefore(values, at)).toBe(values.filter((value) => value < at).length)
        expect(countUpTo(Float64Array.from(values), at)).toBe(
          values.filter((value) => value <= at).length,
        )
      }),
    )
  })

  it('stays between its ends', () => {
    expect(firstWhere(3, 9, () => true)).toBe(3)
    expect(firstWhere(3, 9, () => false)).toBe(9)
    expect(firstWhere(3, 3, () => true)).toBe(3)
  })
})
