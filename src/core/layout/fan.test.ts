import { describe, expect, it } from 'vitest'

import { fanDotRadius, fanDots, fanHeight, fanRadius, maxFan } from './fan.ts'

describe('fanDots', () => {
  it('stand apart on a circle, top to bottom, within the height of the fan', () => {
    for (let count = 1; count <= maxFan; count += 1) {
      for (const direction of [1, -1] as const) {
        const rows = Array.from({ length: count }, (_, row) => row)
        const dots = fanDots(rows, direction)
        expect(dots.map(({ row }) => row)).toEqual(rows)
        for (const [index, { along, across }] of dots.entries()) {
          expect(Math.hypot(along, across)).toBeCloseTo(fanRadius(count), 6)
          expect(Math.sign(along)).toBe(direction)
          expect(Math.abs(across) + fanDotRadius).toBeLessThanOrEqual(fanHeight(count) / 2)
          const next = dots[index + 1]
          if (next === undefined) continue
          expect(next.across).toBeGreaterThan(across)
          expect(Math.hypot(next.along - along, next.across - across)).toBeGreaterThan(
            2 * fanDotRadius + 2,
          )
        }
      }
    }
  })

  it('put a single one level with its whole', () => {
    expect(fanDots([7], 1)).toEqual([{ row: 7, along: fanRadius(1), across: 0 }])
  })
})
