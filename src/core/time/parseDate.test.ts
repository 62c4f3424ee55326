import edtf from 'edtf'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { instantOf } from './calendar.ts'
import { drawnDate } from './drawnDate.ts'
import type { DatePoint } from './eventDate.ts'
import { MS, type Span } from './instant.ts'
import { parseDate } from './parseDate.ts'

function read(text: string) {
  const reading = parseDate(text)
  if (!reading.ok) throw new Error(`${text}: expected ${reading.expected}`)
  return reading
}

function point(text: string): DatePoint {
  const { date } = read(text)
  if (date.kind !== 'point') throw new Error(`${text} is no single date`)
  return date.date
}

function expected(text: string): string {
  const reading = parseDate(text)
  return reading.ok ? `nothing: it was read as ${reading.date.edtf}` : reading.expected
}

/** `[year, month, day]` of a span's start and of the day on which it ends, exclusive. */
function days(start: readonly number[], end: readonly number[]): Span {
  const at = ([year = 0, month = 1, day = 1]: readonly number[]) => instantOf({ year, month, day })
  return { start: at(start), end: at(end) }
}

describe('single dates', () => {
  it.each<[string, string, Span]>([
    ['2016', 'year', days([2016], [2017])],
    ['0000', 'year', days([0], [1])],
    ['-0550', 'year', days([-550], [-549])],
    ['2019-03', 'month', days([2019, 3], [2019, 4])],
    ['2019-12', 'month', days([2019, 12], [2020])],
    ['2019-07-26', 'day', days([2019, 7, 26], [2019, 7, 27])],
    ['2020-02-29', 'day', days([2020, 2, 29], [2020, 3, 1])],
    ['201X', 'decade', days([2010], [2020])],
    ['18XX', 'century', days([1800], [1900])],
    ['-05XX', 'century', days([-599], [-499])],
    ['1XXX', 'millennium', days([1000], [2000])],
    ['XXXX', 'deep', days([0], [10_000])],
    ['2019-XX', 'year', days([2019], [2020])],
    ['2019-07-XX', 'month', days([2019, 7], [2019, 8])],
    ['2019-07-1X', 'month', days([2019, 7, 10], [2019, 7, 20])],
    ['1985-1X', 'year', days([1985, 10], [1986])],
    ['1985-XX-30', 'year', days([1985, 1, 30], [1985, 12, 31])],
    ['156X-12-25', 'decade', days([1560, 12, 25], [1569, 12, 26])],
    ['201X-02-29', 'decade', days([2012, 2, 29], [2016, 3, 1])],
    ['Y17000', 'year', days([17_000], [17_001])],
    ['Y-17E4', 'deep', days([-170_000], [-169_999])],
    ['1950S2', 'deep', days([1900], [2000])],
    ['Y171010S3', 'deep', days([171_000], [172_000])],
    ['Y-171010S3', 'deep', days([-171_999], [-170_999])],
  ])('%s is known to the %s', (text, precision, span) => {
    expect(point(text)).toMatchObject({ precision, span, edtf: text })
  })

  it.each<[string, Span]>([
    ['2019-21', days([2019, 3], [2019, 6])],
    ['2019-24', days([2019, 12], [2020, 3])],
    ['2019-26', days([2019, 6], [2019, 9])],
    ['2019-29', days([2019, 9], [2019, 12])],
    ['2019-30', days([2019, 12], [2020, 3])],
    ['2019-32', days([2019, 6], [2019, 9])],
    ['2019-33', days([2019, 1], [2019, 4])],
    ['2019-36', days([2019, 10], [2020, 1])],
    ['2019-38', days([2019, 5], [2019, 9])],
    ['2019-39', days([2019, 9], [2020, 1])],
    ['2019-40', days([2019, 1], [2019, 7])],
    ['2019-41', days([2019, 7], [2020, 1])],
  ])('%s is a part of the year', (text, span) => {
    expect(point(text)).toMatchObject({ precision: 'season', span })
  })

  it('say so when a season is taken for a northern one', () => {
    expect(read('2019-21').notes.join()).toContain('northern')
    expect(read('2019-25').notes).toEqual([])
  })

  it.each([
    ['2016?', true, false],
    ['2016~', false, true],
    ['2016%', true, true],
    ['2004-06~-11', false, true],
    ['?2004-06-~11', true, true],
    ['2004-06-11%', true, true],
    ['Y-66000000~', false, true],
    ['Y-66000000?', true, false],
    ['2019-22~', false, true],
  ])('%s carries its doubts', (text, uncertain, approximate) => {
    expect(point(text)).toMatchObject({ uncertain, approximate, edtf: text })
  })

  it('reach to the beginning of everything', () => {
    const { span } = point('Y-13800000000')
    expect(span.start / MS.year).toBeCloseTo(-13_800_001_970, -2)
    expect(span.end).toBeGreaterThan(span.start)
    expect(point('Y-138E8').span).toEqual(span)
  })
})

describe('times', () => {
  const day = instantOf({ year: 2019, month: 7, day: 26 })

  it.each([
    ['2019-07-26T09', 'hour', 9 * MS.hour, MS.hour],
    ['2019-07-26T09:30', 'minute', 9.5 * MS.hour, MS.minute],
    ['2019-07-26T09:30:15', 'second', 9.5 * MS.hour + 15_000, 1000],
    ['2019-07-26T09:30:15.2', 'millisecond', 9.5 * MS.hour + 15_200, 100],
    ['2019-07-26T09:30:15,25', 'millisecond', 9.5 * MS.hour + 15_250, 10],
    ['2019-07-26T09:30:15.250', 'millisecond', 9.5 * MS.hour + 15_250, 1],
    ['2019-07-26T09:30:15.2504', 'millisecond', 9.5 * MS.hour + 15_250, 1],
    ['2019-07-26T09:00:00Z', 'second', 9 * MS.hour, 1000],
    ['2019-07-26T09:00:00+08:00', 'second', MS.hour, 1000],
    ['2019-07-26T09:00-05:45', 'minute', 14.75 * MS.hour, MS.minute],
    ['2019-07-26T24:00', 'minute', MS.day, MS.minute],
    ['2019-07-26T23:59:60Z', 'second', MS.day - 1, 1],
  ])('%s', (text, precision, offset, length) => {
    const start = day + offset
    expect(point(text)).toMatchObject({ precision, span: { start, end: start + length } })
  })

  it('may be leap seconds, in any zone, and are told when there was none', () => {
    for (const text of [
      '1972-06-30T23:59:60Z',
      '1972-06-30T23:59:60',
      '2016-12-31T23:59:60.5Z',
      '2017-01-01T07:59:60+08:00',
      '2015-06-30T16:59:60-07:00',
    ]) {
      expect({ text, notes: read(text).notes }).toEqual({ text, notes: [] })
    }
    for (const text of [
      '2016-05-31T23:59:60Z',
      '2016-12-30T23:59:60Z',
      '2016-12-31T22:59:60Z',
      '2016-12-31T23:58:60Z',
      '2016-12-31T23:59:60+08:00',
      '1971-12-31T23:59:60Z',
      '2017-12-31T23:59:60Z',
    ]) {
      expect(`${text}: ${read(text).notes.join()}`).toContain('no leap second')
    }
    // IERS: TAI - UTC was 10 s before the first, and has been 37 s since the last.
    const ends = ['06-30', '12-31'].flatMap((day) =>
      Array.from({ length: 60 }, (_, year) => `${String(1970 + year)}-${day}T23:59:60Z`),
    )
    expect(ends.filter((text) => read(text).notes.length === 0)).toHaveLength(37 - 10)
  })

  it('keep their zone, and get none that is not written', () => {
    expect(point('2019-07-26T09:00+08:00').fields.zone).toBe(480)
    expect(point('2019-07-26T09:00').fields.zone).toBeUndefined()
    expect(point('2019-07-26').fields.hour).toBeUndefined()
  })
})

describe('intervals and sets', () => {
  it.each([
    ['2014/2015', 'date', 'date'],
    ['2017-12/..', 'date', 'open'],
    ['../2017-12', 'open', 'date'],
    ['2014/', 'date', 'unknown'],
    ['/2015', 'unknown', 'date'],
    ['Y-66000000~/-0550', 'date', 'date'],
    ['2019-21/2019-23?', 'date', 'date'],
    ['201X/2019-07-26', 'date', 'date'],
    ['2016/2016-05', 'date', 'date'],
  ])('%s', (text, start, end) => {
    expect(read(text).date).toMatchObject({
      kind: 'interval',
      start: { kind: start },
      end: { kind: end },
      edtf: text,
    })
  })

  it('join into sets', () => {
    expect(read('[2014, 2016..2018]').date).toMatchObject({
      kind: 'one',
      edtf: '[2014,2016..2018]',
      members: [{ kind: 'point' }, { kind: 'interval' }],
    })
    expect(read('{2014-05,2015~,..1900}').date).toMatchObject({ kind: 'all' })
    expect(read('[1984..]').date).toMatchObject({ members: [{ end: { kind: 'open' } }] })
  })
})

describe('slips that have one meaning are read, and noted', () => {
  it.each([
    ['201x', '201X'],
    ['19xx-xx', '19XX-XX'],
    ['y-66000000', 'Y-66000000'],
    ['2019-07-26t09:00z', '2019-07-26T09:00Z'],
    ['2019-07-26 09:00', '2019-07-26T09:00'],
  ])('%s as %s', (text, normal) => {
    expect(read(text)).toMatchObject({ date: { edtf: normal }, notes: [`Read as ${normal}.`] })
  })

  it('and blanks around a date are nothing to talk about', () => {
    expect(read(' 2019 ')).toMatchObject({ date: { edtf: '2019' }, notes: [] })
  })
})

describe('what is no date says what was expected', () => {
  it.each([
    ['', 'a date such as'],
    ['hello', 'a date such as'],
    ['-500', '-0500'],
    ['500', '0500'],
    ['20', '20XX'],
    ['12345', 'Y12345'],
    ['20190726', '2019-07-26'],
    ['2019-7-26', '2019-07-26'],
    ['2019-7', '2019-07'],
    ['2019/07/26', '2019-07-26'],
    ['26/07/2019', 'the year first'],
    ['2019–2020', 'plain hyphens'],
    ['551 BC', '-0550'],
    ['44 BC', '-0043'],
    ['1 bce', ': 0000,'],
    ['2019-02-29', 'from 01 to 28 in 2019-02'],
    ['2019-04-31', 'from 01 to 30 in 2019-04'],
    ['2019-02-3X', 'a day'],
    ['XXX1-02-29', 'a day'],
    ['2019-00', 'a month from 01 to 12'],
    ['2019-13', 'a month from 01 to 12'],
    ['2019-42', 'a season from 21 to 41'],
    ['2019-21-01', 'no day after a season'],
    ['-0000', '0000'],
    ['Y1E99999999999', 'within 300 billion years'],
    ['Y12345S9', 'significant digits'],
    ['2019T09:00', 'a whole date before the time'],
    ['2019-07-26T25:00', 'an hour'],
    ['2019-07-26T24:01', '24:00'],
    ['2019-07-26T09:60', 'a minute'],
    ['2019-07-26T09:00:61', 'a second'],
    ['2019-07-26T09:00+25:00', 'a zone'],
    ['2019-07-26T', 'a time such as'],
    ['2015/2014', 'ends before it starts; write 2014/2015'],
    ['2015-03/2014', 'ends before it starts'],
    ['[2018..2016]', 'ends before it starts'],
    ['../..', 'a date at one end'],
    ['/', 'a date at one end'],
    ['2014/2015/2016', 'one / between'],
    ['[2014', '] at the end'],
    ['{2014]', '} at the end'],
    ['[2014,]', 'a date such as'],
    ['9'.repeat(201), 'at most 200 characters'],
  ])('%s', (text, part) => {
    expect(expected(text)).toContain(part)
  })
})

const digits = (from: number, to: number, width: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(width, '0'))
const year = fc
  .tuple(fc.constantFrom('', '', '-'), digits(1, 9999, 4))
  .map(([sign, text]) => sign + text)
const maskedYear = fc
  .tuple(year, fc.integer({ min: 1, max: 3 }))
  .map(([text, count]) => text.slice(0, -count) + 'X'.repeat(count))
  .filter((text) => !/^-0*X+$/.test(text))
const commonYear = digits(1, 9999, 4)
const month = digits(1, 12, 2)
/** All parts of the level 0 to 2 grammar on which the oracle is right; docs/dates.md lists the others. */
const sound = fc.oneof(
  year,
  maskedYear,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, month, digits(1, 28, 2)).map((parts) => parts.join('-')),
  fc
    .tuple(commonYear, fc.constantFrom('33', '34', '35', '36', '40', '41'))
    .map((parts) => parts.join('-')),
  fc.tuple(commonYear, month).map((parts) => `${parts.join('-')}-XX`),
  fc
    .tuple(year, month, digits(1, 28, 2), digits(0, 23, 2), digits(0, 59, 2), digits(0, 59, 2))
    .map(([y, m, d, h, min, s]) => `${y}-${m}-${d}T${h}:${min}:${s}Z`),
)
/** The oracle takes doubts only after a year, a month or a day. */
const withDoubt = fc
  .tuple(sound, fc.constantFrom('', '?', '~', '%'))
  .map(([text, doubt]) => (/T|X|-[34]\d$/.test(text) ? text : text + doubt))

describe('against the edtf package', () => {
  it('gives the same first and last moment', () => {
    fc.assert(
      fc.property(withDoubt, (text) => {
        const oracle = edtf(text)
        const { span } = point(text)
        expect(span.start).toBe(oracle.min)
        // The oracle's last moment is the last millisecond of a date, and the instant of a time.
        expect(span.end - 1).toBe(oracle.max + (text.includes('T') ? 999 : 0))
      }),
      { numRuns: 1500 },
    )
  })

  it('and of intervals', () => {
    const simple = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
    )
    fc.assert(
      fc.property(simple, simple, (a, b) => {
        const [first, last] = point(a).span.start <= point(b).span.start ? [a, b] : [b, a]
        fc.pre(point(first).span.end <= point(last).span.start)
        const oracle = edtf(`${first}/${last}`)
        const { outer } = drawnDate(read(`${first}/${last}`).date)
        expect([outer.start, outer.end - 1]).toEqual([oracle.min, oracle.max])
      }),
      { numRuns: 500 },
    )
  })
})

describe('any text', () => {
  const alphabet = Array.from('0123456789-+/.,XxYyEST:Zz?~%[]{} Ää年\n')

  it('never throws, and reads its own spelling back as the same date', () => {
    const text = fc
      .array(fc.constantFrom(...alphabet), { maxLength: 40 })
      .map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.string(), withDoubt), (value) => {
        const reading = parseDate(value)
        const again = reading.ok ? parseDate(reading.date.edtf) : reading
        expect(again.ok).toBe(reading.ok)
        expect(again.ok && again.date).toEqual(reading.ok && reading.date)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['digits', '9'.repeat(199)],
    ['masks', 'X'.repeat(199)],
    ['signs', '-'.repeat(199)],
    ['doubts', '?'.repeat(199)],
    ['a set of impossible days', `[${'XXX1-02-29,'.repeat(17)}2000]`],
    ['a set of impossible months', `{${'XXXX-02-3X,'.repeat(17)}2000}`],
  ])('takes little time: %s', (_, text) => {
    // No clock here: at this many runs a pattern that backtracks runs into the test's own limit.
    for (let run = 0; run < 2000; run += 1) parseDate(text)
    expect(parseDate(text).ok).toBeTypeOf('boolean')
  })
})

describe('the zone of the machine', () => {
  const before = process.env['TZ']

  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it.each([
    ['UTC', 0],
    ['America/New_York', 240],
    ['Asia/Kolkata', -330],
    ['Pacific/Apia', -780],
    ['Europe/Dublin', -60],
  ])('makes no difference in %s', (zone, offset) => {
    process.env['TZ'] = zone
    // Proves that the change took hold: Date's own answer for 26 July 2019.
    expect(new Date(2019, 6, 26).getTimezoneOffset()).toBe(offset)
    expect(point('2019-07-26').span.start).toBe(1_564_099_200_000)
    expect(point('2011-12-30').span.start).toBe(1_325_203_200_000)
    expect(point('2019-03-10T02:30').span.start).toBe(1_552_185_000_000)
    expect(point('2019-07-26T09:00:00+08:00').span.start).toBe(1_564_102_800_000)
    expect(point('0001').span.start).toBe(-62_135_596_800_000)
  })
})
