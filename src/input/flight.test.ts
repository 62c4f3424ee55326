import { interpolateZoom } from 'd3-interpolate'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MS } from '#core/time/instant.ts'
import type { Span } from '#core/time/instant.ts'
import { flightPlan } from './flight.ts'

const about = (middle: number, width: number): Span => ({
  start: middle - width / 2,
  end: middle + width / 2,
})
const widthOf = ({ start, end }: Span): number => end - start
const middleOf = ({ start, end }: Span): number => (start + end) / 2
const shares = Array.from({ length: 101 }, (_, i) => i / 100)

const year = MS.year
const universe: Span = { start: -13.8e9 * year, end: 0 }

/** Any two views, from a second to all of time, near the present or far from it. */
const view = fc
  .record({
    at: fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
    zoom: fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
  })
  .map(({ at, zoom }) => {
    const middle = -(4e20 ** at)
    const least = Math.max(1e3, Math.abs(middle) * 1e-10)
    return about(middle, least * (1e21 / least) ** zoom)
  })

describe('a flight', () => {
  it('starts and ends exactly where it should', () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        const { at } = flightPlan(from, to)
        expect(at(1)).toBe(to)
        expect(at(1.5)).toBe(to)
        if (flightPlan(from, to).duration > 0) expect(at(0)).toBe(from)
      }),
    )
  })

  it('goes the way of d3 where d3 can', () => {
    // Over very long or short ways d3 loses digits: at 18,000 widths it lands 1e-4 beside.
    const small = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10)
    const place = fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(small, small, place, place, (w0, w1, c0, c1) => {
        fc.pre(Math.abs(c1 - c0) > 0.5)
        const d3 = interpolateZoom([c0, 0, w0], [c1, 0, w1])
        const ours = flightPlan(about(c0, w0), about(c1, w1))
        for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
          const [center, , width] = d3(share * share * (3 - 2 * share))
          expect(Math.abs(middleOf(ours.at(share)) - center)).toBeLessThan(width * 1e-4)
          expect(widthOf(ours.at(share)) / width).toBeCloseTo(1, 4)
        }
      }),
    )
  })

  it('never shows what is no span, and never jumps', () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        const { at } = flightPlan(from, to)
        const path = shares.map(at)
        expect(path.every(({ start, end }) => Number.isFinite(start) && start < end)).toBe(true)
        const steps = path.slice(1).map((span, i) => ({ from: path[i] ?? span, to: span }))
        // From one hundredth to the next, what is seen overlaps or nearly so, and grows gently.
        const growths = steps.map(({ from, to }) => Math.log(widthOf(to) / widthOf(from)))
        expect(Math.max(...growths.map(Math.abs))).toBeLessThan(1.5)
        const moves = steps.map(
          ({ from, to }) => (middleOf(to) - middleOf(from)) / Math.max(widthOf(from), widthOf(to)),
        )
        expect(Math.max(...moves.map(Math.abs))).toBeLessThan(1.5)
      }),
      { numRuns: 300 },
    )
  })

  it('reaches a day from all of time, and the other way round', () => {
    const day = about(Date.UTC(2019, 6, 26), MS.day)
    for (const plan of [flightPlan(universe, day), flightPlan(day, universe)]) {
      expect(plan.duration).toBe(900)
      for (const share of shares) expect(widthOf(plan.at(share))).toBeGreaterThan(0)
    }
    // Just before it lands, the day is in sight.
    const late = flightPlan(universe, day).at(0.98)
    expect(late.start).toBeLessThan(day.start)
    expect(late.end).toBeGreaterThan(day.end)
    expect(widthOf(late)).toBeLessThan(50 * MS.day)
  })

  it('rises over a long way and comes down again', () => {
    const [from, to] = [about(0, year), about(500 * year, year)]
    expect(widthOf(flightPlan(from, to).at(0.5))).toBeGreaterThan(100 * year)
    const near = flightPlan(from, about(0.3 * year, year))
    expect(widthOf(near.at(0.5))).toBeLessThan(1.05 * year)
  })

  it('is the same way backwards', () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        const [there, back] = [flightPlan(from, to), flightPlan(to, from)]
        fc.pre(there.duration > 0 && widthOf(from) !== widthOf(to))
        expect(back.duration).toBe(there.duration)
        const [a, b] = [there.at(0.3), back.at(0.7)]
        expect(widthOf(b) / widthOf(a)).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('the time it takes', () => {
  it.each([
    ['a small step', about(0.1, 1), 180, 220],
    ['a zoom by two', about(0, 2), 200, 230],
    ['a screen', about(1, 1), 240, 320],
    ['a zoom by ten', about(0, 0.1), 270, 320],
    ['ten screens', about(10, 1), 400, 600],
    ['the longest way', about(1e17, 1e3), 900, 900],
  ])('for %s is right', (_, to, least, most) => {
    const { duration } = flightPlan(about(0, 1), to)
    expect(duration).toBeGreaterThanOrEqual(least)
    expect(duration).toBeLessThanOrEqual(most)
  })

  it('is none for no way', () => {
    expect(flightPlan(about(5, 1), about(5, 1)).duration).toBe(0)
    expect(flightPlan(universe, universe).duration).toBe(0)
  })

  it('is none for what is no span: it is shown at once', () => {
    const nowhere = { start: Number.NaN, end: 1 }
    expect(flightPlan(about(5, 1), nowhere)).toMatchObject({ duration: 0 })
    expect(flightPlan({ start: 1, end: 1 }, about(5, 1)).duration).toBe(0)
  })
})
