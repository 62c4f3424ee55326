import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MS } from '#core/time/instant.ts'
import { timeScale } from './timeScale.ts'

const year = MS.year

describe('timeScale', () => {
  it('lays the span over the axis', () => {
    const scale = timeScale({ start: 1000, end: 3000 }, 500)
    expect([1000, 2000, 3000, 0].map(scale.x)).toEqual([0, 250, 500, -250])
    expect(scale.instantAt(125)).toBe(1500)
    expect(scale.pxPerMs).toBe(0.25)
  })

  it('and its inverse agree to a millisecond over ten thousand years', () => {
    const instant = fc.integer({ min: -5000 * year, max: 5000 * year })
    const length = fc.integer({ min: 50, max: 8000 })
    fc.assert(
      fc.property(instant, instant, instant, length, (a, b, moment, px) => {
        fc.pre(a !== b)
        const scale = timeScale({ start: Math.min(a, b), end: Math.max(a, b) }, px)
        fc.pre(Math.abs(moment - a) <= 1e4 * Math.abs(b - a))
        expect(Math.abs(scale.instantAt(scale.x(moment)) - moment)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  it('is exact in narrow views far from 1970', () => {
    const start = 253_370_764_800_000
    const { x } = timeScale({ start, end: start + 10 }, 777)
    expect(x(start)).toBe(0)
    expect(x(start + 1)).toBeCloseTo(77.7, 9)
  })

  it('stays finite without length', () => {
    const moment = timeScale({ start: 5, end: 5 }, 500)
    expect([moment.x(9), moment.instantAt(100), moment.pxPerMs]).toEqual([0, 5, 0])
    const folded = timeScale({ start: 5, end: 9 }, 0)
    expect([folded.x(9), folded.instantAt(100)]).toEqual([0, 5])
  })
})
