import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ease, inertia } from './glide.ts'

describe('inertia', () => {
  it('needs a throw', () => {
    for (const speed of [0, 0.05, -0.1, Number.NaN]) expect(inertia(speed)).toBeUndefined()
  })

  it('starts at the speed of the hand, always slows down, and stops', () => {
    const speed = fc.double({ min: -20, max: 20, noNaN: true }).filter((v) => Math.abs(v) > 0.13)
    fc.assert(
      fc.property(speed, (thrown) => {
        const glide = inertia(thrown)!
        const begun = Math.sign(thrown) * Math.min(Math.abs(thrown), 4)
        expect(glide.at(0)).toBeCloseTo(0)
        expect(glide.at(1) / begun).toBeCloseTo(1, 1)
        const ways = Array.from({ length: 21 }, (_, i) => glide.at((glide.duration * i) / 20))
        const steps = ways.slice(1).map((way, i) => Math.abs(way - ways[i]!))
        for (const [i, step] of steps.entries()) {
          if (i > 0) expect(step).toBeLessThan(steps[i - 1]!)
        }
        expect(glide.at(glide.duration * 9)).toBe(glide.at(glide.duration))
      }),
    )
  })

  it('is a little one', () => {
    expect(inertia(1)!.at(9999)).toBeGreaterThan(100)
    expect(inertia(1)!.at(9999)).toBeLessThan(200)
    expect(inertia(1)!.duration).toBeLessThan(1000)
    expect(inertia(1000)!.at(9999)).toBeLessThan(1000)
  })
})

describe('an eased way', () => {
  it('goes from nothing to all of it, and no further', () => {
    const way = ease(-3, 200)
    expect(way.at(-5)).toBeCloseTo(0)
    expect(way.at(100)).toBeCloseTo(-1.5)
    expect(way.at(200)).toBe(-3)
    expect(way.at(500)).toBe(-3)
  })
})
