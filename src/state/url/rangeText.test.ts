import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Span } from '#core/time/instant.ts'
import { readRange, writeRange } from './rangeText.ts'

const utc = (...fields: [number, number?, number?, number?]): number =>
  Date.UTC(fields[0], (fields[1] ?? 1) - 1, fields[2] ?? 1, fields[3] ?? 0)
const day = 86_400_000

describe('a range', () => {
  it.each<[string, Span]>([
    ['2014/2019', { start: utc(2014), end: utc(2020) }],
    ['2016', { start: utc(2016), end: utc(2017) }],
    ['2014-03/2014-05-17', { start: utc(2014, 3), end: utc(2014, 5, 18) }],
    ['../2019', { start: -Infinity, end: utc(2020) }],
    ['2014/..', { start: utc(2014), end: Infinity }],
    ['2014/', { start: utc(2014), end: Infinity }],
    ['../..', { start: -Infinity, end: Infinity }],
    [' / ', { start: -Infinity, end: Infinity }],
  ])('%j is read', (text, span) => {
    expect(readRange(text)).toEqual(span)
  })

  it.each(['', 'x', '2019/2014', '2014/2015/2016', '2014/x', '2014-13/2015', '-500/..', '..'])(
    '%j is none',
    (text) => {
      expect(readRange(text)).toBeUndefined()
    },
  )

  it.each<[Span, number, string | undefined]>([
    [{ start: utc(2014), end: utc(2020) }, day, '2014/2019'],
    [{ start: utc(2014) + day / 5, end: utc(2020) - day / 5 }, day, '2014/2019'],
    [{ start: utc(2014) + day / 2.1, end: utc(2020) - day / 2.1 }, day, '2014/2019'],
    [{ start: utc(2014) + day, end: utc(2020) }, day, '2014-01-02/2019'],
    [{ start: utc(2014, 5, 7, 9), end: utc(2020, 5, 7, 15) }, 1.5 * day, '2014-05-07/2020-05-07'],
    // Somebody wrote February: it stays, though the year would do.
    [{ start: utc(2014, 2), end: utc(2060) }, 100 * day, '2014-02/2059'],
    [{ start: utc(2014, 2, 2), end: utc(2060) }, 100 * day, '2014/2059'],
    [{ start: -4.2e20, end: utc(2020) }, 1e17, 'Y-1331E7/2019'],
    [
      { start: utc(2014, 1, 1, 6), end: utc(2014, 1, 1, 7) },
      3600,
      '2014-01-01T06:00Z/2014-01-01T06:59Z',
    ],
    [{ start: -Infinity, end: utc(2020) }, day, '../2019'],
    [{ start: utc(2014), end: Infinity }, day, '2014/..'],
    [{ start: -Infinity, end: Infinity }, day, undefined],
  ])('%o at %d ms a pixel is written shortly', (span, msPerPx, text) => {
    expect(writeRange(span, msPerPx)).toBe(text)
  })

  it('moves no edge by half a pixel, and is then written the same for ever', () => {
    const range = fc
      .tuple(
        fc.oneof(
          fc.double({ min: -5.9e13, max: 6e13, noNaN: true }),
          fc.double({ min: -4e20, max: 1e15, noNaN: true }),
        ),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 200, max: 4000 }),
      )
      .map(([start, share, pixels]) => {
        // From some seconds to all of time; beyond four digits of the year EDTF has no months.
        const least = Math.abs(start) < 6e13 ? 8e3 : 4000 * 800 * day
        const width = least * (1e21 / least) ** share
        return { span: { start, end: start + width }, msPerPx: width / pixels }
      })
    fc.assert(
      fc.property(range, ({ span, msPerPx }) => {
        const text = writeRange(span, msPerPx) ?? ''
        const back = readRange(text)
        const allowed = (msPerPx / 2) * 1.0001
        expect(Math.abs((back?.start ?? Number.NaN) - span.start)).toBeLessThanOrEqual(allowed)
        expect(Math.abs((back?.end ?? Number.NaN) - span.end)).toBeLessThanOrEqual(allowed)
        expect(back && writeRange(back, msPerPx)).toBe(text)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)
})
