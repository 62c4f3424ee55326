import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, startOfYear } from './calendar.ts'
import { MS } from './instant.ts'
import { edtfToSpan, spanToEdtf } from './spanText.ts'

const span = (from: number, to: number) => ({ start: startOfYear(from), end: startOfYear(to + 1) })

describe('spanToEdtf', () => {
  it.each([
    ['2014/2019', span(2014, 2019)],
    ['2014', span(2014, 2014)],
    ['-0500/0000', span(-500, 0)],
    ['Y-138E8/2019', span(-13_800_000_000, 2019)],
    ['../2019', { start: -Infinity, end: startOfYear(2020) }],
    ['2014/..', { start: startOfYear(2014), end: Infinity }],
  ])('writes %s for whole years', (text, value) => {
    expect(spanToEdtf(value, MS.day)).toBe(text)
    expect(edtfToSpan(text)).toEqual(value)
  })

  it('writes no more than the pixels can show', () => {
    const start = instantOf({ year: 2019, month: 7, day: 26, hour: 9, minute: 30, second: 12 })
    const end = start + 40 * MS.day
    expect(spanToEdtf({ start, end }, MS.second)).toBe('2019-07-26T09:30:12Z/2019-09-04T09:30:11Z')
    expect(spanToEdtf({ start, end }, MS.minute)).toBe('2019-07-26T09:30Z/2019-09-04T09:29Z')
    expect(spanToEdtf({ start, end }, 2 * MS.day)).toBe('2019-07-26/2019-09-03')
  })

  it('moves no edge by more than half a pixel, or half a millisecond', () => {
    const limit = 9000 * MS.year
    fc.assert(
      fc.property(
        fc.double({ min: -limit, max: limit, noNaN: true }),
        fc.double({ min: -2, max: 12, noNaN: true }),
        (start, scale) => {
          const msPerPx = 10 ** scale
          const end = start + 1000 * msPerPx
          fc.pre(end < limit)
          const back = edtfToSpan(spanToEdtf({ start, end }, msPerPx))
          const tolerance = Math.max(msPerPx / 2, 1) + 1e-6
          expect(Math.abs((back?.start ?? NaN) - start)).toBeLessThanOrEqual(tolerance)
          expect(Math.abs((back?.end ?? NaN) - end)).toBeLessThanOrEqual(tolerance)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('does so in deep time too, where the pixels are centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 9e10 }), fc.integer({ min: 2, max: 6 }), (y, k) => {
        const msPerPx = 10 ** k * MS.year
        const start = y * MS.year
        const end = start + 1000 * msPerPx
        const back = edtfToSpan(spanToEdtf({ start, end }, msPerPx))
        expect(Math.abs((back?.start ?? NaN) - start)).toBeLessThanOrEqual(msPerPx / 2)
        expect(Math.abs((back?.end ?? NaN) - end)).toBeLessThanOrEqual(msPerPx / 2)
      }),
    )
  })

  it('writes a single moment as a millisecond', () => {
    const start = instantOf({ year: 2019 })
    expect(spanToEdtf({ start, end: start }, 0)).toMatch(/^2019\/2019-01-01T00:00:00\.000Z$/)
  })
})

describe('edtfToSpan', () => {
  it('is undefined for what is no date', () => {
    expect(edtfToSpan('2019-13')).toBeUndefined()
    expect(edtfToSpan('../..')).toBeUndefined()
  })
})
