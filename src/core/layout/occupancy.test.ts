import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Area, createOccupancy, intersects } from './occupancy.ts'

const areas: fc.Arbitrary<Area> = fc
  .record({
    a: fc.integer({ min: -2000, max: 4000 }),
    c: fc.integer({ min: -50, max: 900 }),
    length: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(9000)),
    height: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ a, c, length, height }) => ({ a0: a, a1: a + length, c0: c, c1: c + height }))

describe('createOccupancy', () => {
  it('knows the same as a comparison with every area, also after some are removed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(areas, fc.nat(9)), { maxLength: 40 }),
        fc.uniqueArray(fc.nat(9), { maxLength: 4 }),
        areas,
        (taken, removed, asked) => {
          const occupancy = createOccupancy<number>()
          for (const [area, owner] of taken) occupancy.add(area, owner)
          for (const owner of removed) occupancy.remove(owner)
          const under = taken.flatMap(([area, owner]) =>
            !removed.includes(owner) && intersects(area, asked) ? [owner] : [],
          )
          expect(new Set(occupancy.under(asked))).toEqual(new Set(under))
          expect(occupancy.isFree(asked)).toBe(under.length === 0)
          expect(occupancy.isFree(asked, (owner) => owner > 4)).toBe(
            under.every((owner) => owner <= 4),
          )
        },
      ),
    )
  })

  it('does not count a shared edge', () => {
    const occupancy = createOccupancy<string>()
    occupancy.add({ a0: 0, a1: 10, c0: 0, c1: 10 }, 'a')
    expect(occupancy.isFree({ a0: 10, a1: 20, c0: 0, c1: 10 })).toBe(true)
    expect(occupancy.isFree({ a0: 9, a1: 20, c0: 9, c1: 10 })).toBe(false)
  })

  it('ends even where the next cell has no number of its own', () => {
    const occupancy = createOccupancy<string>()
    const far = { a0: 1e22, a1: 1e22 + 4e6, c0: 0, c1: 10 }
    occupancy.add(far, 'far')
    expect(occupancy.under(far)).toEqual(['far'])
  })
})
