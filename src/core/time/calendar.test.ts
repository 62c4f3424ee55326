import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUnits, daysInMonth, fieldsOf, instantOf, isLeap, startOfUnit } from './calendar.ts'
import { MS } from './instant.ts'

/** Largest instant that JS's own Date can hold: the oracle's limit, ±275,000 years. */
const dateLimit = 8.64e15
const units = [
  'millisecond',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const

describe('instantOf and fieldsOf', () => {
  it('agree with Date (numbers only, UTC) wherever Date can go', () => {
    fc.assert(
      fc.property(fc.integer({ min: -dateLimit, max: dateLimit }), (instant) => {
        const date = new Date(instant)
        expect(fieldsOf(instant)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          millisecond: date.getUTCMilliseconds(),
          weekday: date.getUTCDay() || 7,
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('are inverse to the millisecond over ±285,000 years', () => {
    const limit = 285_000 * MS.year
    fc.assert(
      fc.property(fc.integer({ min: -limit, max: limit }), (instant) => {
        expect(instantOf(fieldsOf(instant))).toBe(instant)
      }),
      { numRuns: 2000 },
    )
  })

  it('stay finite and in range to ±1e22 ms', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e22, max: 1e22, noNaN: true }), (instant) => {
        const fields = fieldsOf(instant)
        expect(Object.values(fields).every(Number.isFinite)).toBe(true)
        expect(fields.month).toBeGreaterThanOrEqual(1)
        expect(fields.month).toBeLessThanOrEqual(12)
        expect(fields.day).toBeGreaterThanOrEqual(1)
        expect(fields.day).toBeLessThanOrEqual(31)
        expect(Math.abs(instantOf(fields) - instant)).toBeLessThanOrEqual(
          Math.max(1, Math.abs(instant) * 1e-12),
        )
      }),
    )
  })

  it('subtract a zone, keep a leap second on its day, and let 24:00 be the next day', () => {
    const nine = { year: 2019, month: 7, day: 26, hour: 9, minute: 0 }
    expect(instantOf({ ...nine, zone: 480 })).toBe(instantOf({ ...nine, hour: 1 }))
    const leap = instantOf({ year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60 })
    expect(leap).toBe(instantOf({ year: 2017 }) - 1)
    expect(instantOf({ year: 2017, month: 12, day: 31, hour: 24 })).toBe(instantOf({ year: 2018 }))
  })
})

describe('months', () => {
  it('know their lengths', () => {
    expect([2019, 2020, 1900, 2000, 0, -4].map((year) => daysInMonth(year, 2))).toEqual([
      28, 29, 28, 29, 29, 29,
    ])
    expect(isLeap(-100)).toBe(false)
    expect(daysInMonth(2019, 4)).toBe(30)
    expect(daysInMonth(2019, 12)).toBe(31)
  })
})

describe('startOfUnit and addUnits', () => {
  it('start at or before the instant, with the next start after it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -dateLimit, max: dateLimit }),
        fc.constantFrom(...units),
        (instant, unit) => {
          const start = startOfUnit(instant, unit)
          expect(start).toBeLessThanOrEqual(instant)
          expect(addUnits(start, unit, 1)).toBeGreaterThan(instant)
          expect(startOfUnit(start, unit)).toBe(start)
          expect(addUnits(addUnits(start, unit, 7), unit, -7)).toBe(start)
        },
      ),
    )
  })

  it('start weeks on Monday', () => {
    const friday = instantOf({ year: 2019, month: 7, day: 26 })
    expect(fieldsOf(friday).weekday).toBe(5)
    expect(fieldsOf(startOfUnit(friday, 'week'))).toMatchObject({ day: 22, weekday: 1 })
  })
})
