import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { laneHeights, minLaneHeight } from './laneHeights.ts'

describe('laneHeights', () => {
  it('folds lanes without events, and gives the busier more', () => {
    const lanes = laneHeights(
      [
        { lane: 0, count: 4, wanted: 0 },
        { lane: 1, count: 0, wanted: 200 },
        { lane: 2, count: 36, wanted: 0 },
      ],
      400,
    )
    expect(lanes.map(({ lane }) => lane)).toEqual([0, 2])
    expect(lanes[1]?.height).toBeGreaterThan((lanes[0]?.height ?? 0) * 1.5)
  })

  it('grants what a fan needs', () => {
    const lanes = laneHeights(
      [
        { lane: 0, count: 11, wanted: 160 },
        { lane: 1, count: 400, wanted: 0 },
      ],
      400,
    )
    expect(lanes[0]?.height).toBeGreaterThanOrEqual(160)
  })

  it('fills the height exactly, in order and without gaps; below the floor it grows beyond', () => {
    const wants = fc.array(fc.record({ count: fc.nat(500), wanted: fc.nat(300) }), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(wants, fc.integer({ min: 20, max: 1600 }), (given, height) => {
        const lanes = laneHeights(
          given.map((want, lane) => ({ lane, ...want })),
          height,
        )
        expect(lanes).toHaveLength(given.filter(({ count }) => count > 0).length)
        let top = 0
        for (const lane of lanes) {
          expect(lane.top).toBeCloseTo(top, 6)
          expect(lane.height).toBeGreaterThanOrEqual(minLaneHeight - 1e-6)
          top += lane.height
        }
        if (lanes.length > 0) {
          expect(top).toBeCloseTo(Math.max(height, lanes.length * minLaneHeight), 5)
        }
      }),
    )
  })
})
