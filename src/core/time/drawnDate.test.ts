import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from './calendar.ts'
import { drawnDate } from './drawnDate.ts'
import type { DrawnDate } from './eventDate.ts'
import { type Instant, MS } from './instant.ts'
import { parseDate } from './parseDate.ts'

function drawn(text: string): DrawnDate {
  const reading = parseDate(text)
  if (!reading.ok) throw new Error(`${text}: expected ${reading.expected}`)
  return drawnDate(reading.date)
}

function at(year: number, month = 1, day = 1, hour = 0): Instant {
  return instantOf({ year, month, day, hour })
}

describe('a single date', () => {
  it('known to the day is a dot at noon', () => {
    expect(drawn('2019-07-26')).toMatchObject({ shape: 'instant', anchor: at(2019, 7, 26, 12) })
  })

  it('with a time is a dot at that time', () => {
    expect(drawn('2019-07-26T09:00:00+08:00')).toMatchObject({
      shape: 'instant',
      anchor: at(2019, 7, 26, 1),
    })
  })

  it.each([
    ['2016', at(2016), at(2017)],
    ['2019-03', at(2019, 3), at(2019, 4)],
    ['2019-22', at(2019, 6), at(2019, 9)],
    ['201X', at(2010), at(2020)],
    ['18XX', at(1800), at(1900)],
    ['2004-06-1X', at(2004, 6, 10), at(2004, 6, 20)],
  ])('%s is a band over all that it allows, its ring in the middle', (text, start, end) => {
    const result = drawn(text)
    expect(result).toMatchObject({ shape: 'band', outer: { start, end }, inner: { start, end } })
    expect(result.anchor).toBe((start + end) / 2)
  })

  it('that is approximate is a wider band round the same anchor', () => {
    const year = at(2017) - at(2016)
    expect(drawn('2016~')).toMatchObject({
      shape: 'band',
      approximate: true,
      outer: { start: at(2016) - year / 4, end: at(2017) + year / 4 },
      anchor: drawn('2016').anchor,
    })
    expect(drawn('2019-07-26~')).toMatchObject({
      shape: 'band',
      outer: { start: at(2019, 7, 23), end: at(2019, 7, 30) },
    })
    const dinosaurs = drawn('Y-66000000~').outer
    expect((dinosaurs.end - dinosaurs.start) / MS.year / 1e6).toBeCloseTo(1, 4)
  })

  it('that is uncertain keeps its shape', () => {
    expect(drawn('2016?')).toMatchObject({ shape: 'band', uncertain: true, approximate: false })
    expect(drawn('2016?').outer).toEqual(drawn('2016').outer)
    expect(drawn('2016-05-04%')).toMatchObject({ uncertain: true, approximate: true })
  })

  it('with significant digits stands where it says', () => {
    const universe = drawn('Y-13800000000S3')
    expect(universe.anchor / MS.year).toBeCloseTo(-13_800_001_969.5, -1)
    expect((universe.outer.end - universe.outer.start) / MS.year / 1e8).toBeCloseTo(1, 4)
  })
})

describe('an interval', () => {
  it('is solid from the end of its first date to the start of its last', () => {
    expect(drawn('2014/2018-03')).toMatchObject({
      shape: 'bar',
      outer: { start: at(2014), end: at(2018, 4) },
      inner: { start: at(2015), end: at(2018, 3) },
      anchor: drawn('2014').anchor,
    })
  })

  it('collapses to its middle when its ends overlap', () => {
    const middle = (at(2016) + at(2017)) / 2
    expect(drawn('2016/2016-05').inner).toEqual({ start: middle, end: middle })
  })

  it('fades at an end that is open or not known', () => {
    expect(drawn('2017-12/..')).toMatchObject({
      openStart: false,
      openEnd: true,
      outer: { start: at(2017, 12), end: at(2018) },
      inner: { start: at(2018), end: at(2018) },
    })
    expect(drawn('/2015')).toMatchObject({ openStart: true, openEnd: false })
    expect(drawn('/2015').anchor).toBe(drawn('2015').anchor)
  })

  it('takes the doubts of both ends', () => {
    expect(drawn('2014~/2015?')).toMatchObject({ approximate: true, uncertain: true })
  })
})

describe('a set', () => {
  it('of which one holds is a band from the first to the last', () => {
    expect(drawn('[2014,2016..2018]')).toMatchObject({
      shape: 'band',
      outer: { start: at(2014), end: at(2019) },
      anchor: (at(2014) + at(2019)) / 2,
    })
    expect(drawn('[..1984]')).toMatchObject({ shape: 'band', openStart: true })
    expect(drawn('[2019-07-26]')).toEqual(drawn('2019-07-26'))
  })

  it('of which all hold is the first and further anchors', () => {
    expect(drawn('{2014-05-01,2015,2016~}')).toMatchObject({
      shape: 'instant',
      anchor: at(2014, 5, 1, 12),
      approximate: true,
      others: [drawn('2015').anchor, drawn('2016').anchor],
    })
  })
})

it('keeps outer.start <= inner.start <= inner.end <= outer.end, and the anchor inside', () => {
  const year = fc.integer({ min: 1000, max: 9999 })
  const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, '0'))
  const date = fc
    .tuple(year, fc.option(month), fc.constantFrom('', '~', '?', '%'))
    .map(([y, m, q]) => `${String(y)}${m === null ? '' : `-${m}`}${q}`)
  const shape = fc.constantFrom('A', 'A/B', '[A,B]', '{A,B}', '[A..B]', 'A/..', '/B', 'A/')
  fc.assert(
    fc.property(date, date, shape, (a, b, pattern) => {
      const reading = parseDate(pattern.replace('A', a).replace('B', b))
      if (!reading.ok && reading.expected.includes('ends before it starts')) return
      if (!reading.ok) throw new Error(reading.expected)
      const { outer, inner, anchor } = drawnDate(reading.date)
      expect(outer.start).toBeLessThanOrEqual(inner.start)
      expect(inner.start).toBeLessThanOrEqual(inner.end)
      expect(inner.end).toBeLessThanOrEqual(outer.end)
      expect(anchor).toBeGreaterThanOrEqual(outer.start)
      expect(anchor).toBeLessThanOrEqual(outer.end)
    }),
    { numRuns: 1000 },
  )
})
