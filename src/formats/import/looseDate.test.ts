import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DateWords } from '#core/time/dateWords.ts'
import { formatDate } from '#core/time/formatDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { dateWords as english } from '#i18n/dateWords.en.ts'
import { dateWords as chinese } from '#i18n/dateWords.zh-Hans.ts'
import { type DateOrder, type LooseDate, readLooseDate } from './looseDate.ts'

/** What `readLooseDate` gives, as one text: the EDTF, a star where it was guessed, or what it says. */
function read(value: string | number, order?: DateOrder): string {
  const date = readLooseDate(value, order === undefined ? {} : { order })
  if (date.kind === 'date') return date.edtf + (date.guess === undefined ? '' : ' *')
  if (date.kind === 'ambiguous') return `${date.dayFirst} or ${date.monthFirst}`
  return 'refused'
}

/** A star after the EDTF: something was guessed, and the reader says what. docs/importing.md has these too. */
const table: readonly (readonly [written: string, edtf: string])[] = [
  ['Jan 2018', '2018-01'],
  ['8th of May 2022', '2022-05-08'],
  ['May 8, 2022', '2022-05-08'],
  ['Sept. 11, 2001', '2001-09-11'],
  ['31-May-2016', '2016-05-31'],
  ['8. Mai 2022', '2022-05-08'],
  ['1er août 2016', '2016-08-01'],
  ['8 de mayo de 2022', '2022-05-08'],
  ['2016年5月31日', '2016-05-31'],
  ['２０１６年５月', '2016-05'],
  ['二〇一六年', '2016'],
  ['2016/05/31', '2016-05-31'],
  ['31.05.2016', '2016-05-31'],
  ['03.04.2018', '2018-04-03 *'],
  ['05/31/2016', '2016-05-31'],
  ['03/04/2018', '2018-04-03 or 2018-03-04'],
  ['05/2016', '2016-05'],
  ['5/31/16', '2016-05-31 *'],
  ["May '68", '1968-05 *'],
  ['Tuesday, May 31, 2016', '2016-05-31'],
  ['Monday, May 31, 2016', '2016-05-31 *'],
  ['Tue, 31 May 2016 15:30:00 +0200', '2016-05-31T15:30:00+02:00'],
  ['May 31, 2016 3:30 PM', '2016-05-31T15:30'],
  ['31 mai 2016, 15h30', '2016-05-31T15:30'],
  ['1940s', '194X'],
  ['1900s', '19XX *'],
  ["the '40s", '194X *'],
  ['early 1940s', '[1940~..1943~] *'],
  ['early 2016', '2016-37~ *'],
  ['first half of 2019', '2019-40'],
  ['19th century', '18XX'],
  ['siècle XIX', '18XX'],
  ['二十世纪', '19XX'],
  ['5th century BC', '-04XX'],
  ['3rd millennium BC', '-2XXX'],
  ['44 BC', '-0043'],
  ['44 v. Chr.', '-0043'],
  ['公元前221年', '-0220'],
  ['60,000 BC', 'Y-60000'],
  ['-500', '-0499 *'],
  ['AD 50', '0050'],
  ['476', '0476 *'],
  ['5000 BP', '-3050 *'],
  ['12,000 years ago', 'Y-10000~ *'],
  ['66 Ma', 'Y-66000000'],
  ['13.8 billion years ago', 'Y-13800000000'],
  ['138亿年前', 'Y-13800000000'],
  ['Q3 2019', '2019-35'],
  ['Summer 2019', '2019-22 *'],
  ['Winter 2019/20', '2019-24 *'],
  ['c. 1500', '1500~'],
  ['ca. 1500?', '1500%'],
  ['probably 1500', '1500?'],
  ['约公元前221年', '-0220~'],
  ['before 1500', '[..1499]'],
  ['after May 2016', '[2016-06..]'],
  ['1500 or later', '[1500..]'],
  ['since 1500', '1500/..'],
  ['until 1500', '../1500'],
  ['between 1500 and 1510', '[1500..1510]'],
  ['1500 or 1501', '[1500,1501]'],
  ['2018 – 2022', '2018/2022'],
  ['5–8 May 2022', '2022-05-05/2022-05-08'],
  ['May 5–8, 2022', '2022-05-05/2022-05-08'],
  ['May 2016 - June 2017', '2016-05/2017-06'],
  ['Dec – Jan 2018', '2017-12/2018-01 *'],
  ['1914–18', '1914/1918 *'],
  ['2011/12', '2011-12 *'],
  ['2018-22', '2018-22 *'],
  ['300–200 BC', '-0299/-0199'],
  ['27 BC – AD 14', '-0026/0014'],
  ['5th–4th century BC', '-04XX/-03XX'],
  ['66–65 million years ago', 'Y-66000000/Y-65000000'],
  ['2017年12月至今', '2017-12/..'],
  ['1914 to present', '1914/..'],
  ['1500–?', '1500/'],
  ['20160531', '2016-05-31 *'],
  ['43251', '2018-05-31 *'],
  ['43251.75', '2018-05-31T18:00 *'],
  ['1464652800000', '2016-05-31 *'],
  ['1464708600', '2016-05-31T15:30Z *'],
  ['today', 'refused'],
  ['44', 'refused'],
  ['3/4', 'refused'],
  ['5 May', 'refused'],
  ['500 years ago', 'refused'],
]

describe('readLooseDate', () => {
  it.each(table)('reads %s as %s', (written, edtf) => {
    expect(read(written)).toBe(edtf)
  })

  it('reads what docs/importing.md says, and nothing else is said there', () => {
    const page = readFileSync('docs/importing.md', 'utf8')
    const section = page.split(/^## /m).find((text) => text.startsWith('Dates that people write'))
    const cells = [...(section ?? '').matchAll(/^\| `(.+?)` \| (.+?) \|/gm)]
    const shown = cells.map(([, written = '', edtf = '']) => [written, edtf.replaceAll('`', '')])
    expect(shown).toEqual(table)
  })

  it.each([
    ['03/04/2018', '2018-04-03', '2018-03-04'],
    ['03.04.2018', '2018-04-03', '2018-03-04'],
    ['13/04/2018', '2018-04-13', '2018-04-13 *'],
    ['3/4/18', '2018-04-03 *', '2018-03-04 *'],
    ['2018-04-03', '2018-04-03', '2018-04-03'],
    ['2018/4/3', '2018-04-03', '2018-04-03'],
    ['5/8/2016 – 6/8/2016', '2016-08-05/2016-08-06', '2016-05-08/2016-06-08'],
  ])('reads %s as the order says', (written, dayFirst, monthFirst) => {
    expect(read(written, 'day-first')).toBe(dayFirst)
    expect(read(written, 'month-first')).toBe(monthFirst)
  })

  it('lets one end of a stretch tell the order of the other', () => {
    expect(read('13/5/2016 – 6/8/2016')).toBe('2016-05-13/2016-08-06')
    expect(read('05/05/2018')).toBe('2018-05-05')
  })

  it.each([
    ['2016', '2016'],
    ['2016-05-31 15:30', '2016-05-31T15:30 *'],
    ['2016-05-31T15:30:00.000Z', '2016-05-31T15:30:00.000Z'],
    ['2016/2018', '2016/2018'],
    ['[2014,2016..2018]', '[2014,2016..2018]'],
    ['0044', '0044'],
    ['-0500', '-0500'],
  ])('takes EDTF as EDTF: %s', (written, edtf) => {
    expect(read(written)).toBe(edtf)
  })

  it.each([
    [
      'Tue May 31 2016 15:30:00 GMT+0200 (Central European Summer Time)',
      '2016-05-31T15:30:00+02:00',
    ],
    ['31 May 2016 15:30:00 GMT', '2016-05-31T15:30:00Z'],
    ['31 May 2016 15:30 EST', '2016-05-31T15:30-05:00'],
    ['31 May 2016, 12:05 a.m.', '2016-05-31T00:05'],
    ['31 May 2016, 12:05 p.m.', '2016-05-31T12:05'],
    ['2016年5月31日 下午3:30', '2016-05-31T15:30'],
    ['2016年5月31日9时', '2016-05-31T09'],
    ['5 May 2016 10:00–11:30', '2016-05-05T10:00/2016-05-05T11:30'],
    ['20160531T153000Z', '2016-05-31T15:30:00Z'],
    ['8 May 1945, 23:01 CET', '1945-05-08T23:01+01:00'],
    ['31 May 2016 25:00', 'refused'],
    ['31 May 2016 10:75', 'refused'],
  ])('reads the time in %s', (written, edtf) => {
    expect(read(written)).toBe(edtf)
  })

  it.each([
    ['December 1979 – January 1980', '1979-12/1980-01'],
    ['May/June 2017', '2017-05/2017-06'],
    ['1.–3.5.2016', '2016-05-01/2016-05-03 *'],
    ['2016年5月31日至6月2日', '2016-05-31/2016-06-02'],
    ['1989-11-09/10', '1989-11-09/1989-11-10'],
    ['1898–02', '1898/1902 *'],
    ['431–04 BC', '-0430/-0403 *'],
    ['1940s–50s', '194X/195X'],
    ['-500 – -400', '-0499/-0399 *'],
    ['c. 1500 – c. 1510', '1500~/1510~'],
    ['early 1940s – 1950s', '194X~/195X *'],
    ['1950–', '1950/.. *'],
    ['– 1950', '../1950 *'],
    ['?–1500', '/1500'],
    ['from May 2016 to June 2017', '2016-05/2017-06'],
    ['vom 5. bis 8. Mai 2022', '2022-05-05/2022-05-08'],
    ['du 5 au 8 mai 2022', '2022-05-05/2022-05-08'],
    ['del 5 al 8 de mayo de 2022', '2022-05-05/2022-05-08'],
    ['2022 – 2018', 'refused'],
    ['1 – 2 – 3 May 2020', 'refused'],
  ])('reads the stretch %s', (written, edtf) => {
    expect(read(written)).toBe(edtf)
  })

  it.each([
    [2016, '2016'],
    [500, '0500 *'],
    [44, 'refused'],
    [0, 'refused'],
    [20_000, '1954-10-03 *'],
    [60.5, 'refused'],
    [80_000, '2119-01-11 *'],
    [-500, '-0499 *'],
    [-66_000_000, 'Y-66000000 *'],
    [-138e8, 'Y-13800000000 *'],
    [20_161_331, 'refused'],
    [1_464_708_600_123, '2016-05-31T15:30:00.123Z *'],
    [-1e12, '1938-04-24T22:13:20Z *'],
    [2016.5, 'refused'],
    [Number.NaN, 'refused'],
    [Number.POSITIVE_INFINITY, 'refused'],
  ])('takes the number %d for %s', (number, edtf) => {
    expect(read(number)).toBe(edtf)
  })

  it('takes a day of a spreadsheet to its second, across the leap days of a century', () => {
    // Excel shows 36,585 as 29 February 2000 and 43,831 as 1 January 2020.
    expect(read(36_585)).toBe('2000-02-29 *')
    expect(read(36_586)).toBe('2000-03-01 *')
    expect(read(43_831 + 0.999_999)).toBe('2020-01-02 *')
    expect(read(43_831 + 1 / 86_400)).toBe('2020-01-01T00:00:01 *')
  })

  it.each([
    ['1/1/1', /two or four digits/],
    ['soon', /"soon" says nothing/],
    ['29 Feb 2019', /day from 01 to 28/],
    ['31/31/2016', /month from 1 to 12/],
    ['2022 – 2018', /runs forwards/],
    ['44', /44 CE, 44 BC/],
    ['today', /same tomorrow/],
    ['', /a date/],
    ['x'.repeat(201), /200 characters/],
  ])('says what it expected instead of "%s"', (written, words) => {
    const date = readLooseDate(written)
    expect(date.kind === 'unreadable' && date.expected).toMatch(words)
  })
})

/** True for EDTF in its settled spelling. */
function isEdtf(edtf: string): boolean {
  const reading = parseDate(edtf)
  return reading.ok && reading.date.edtf === edtf
}

/** Every date of `date` is EDTF, or there is none and a reason. */
function isSound(date: LooseDate): boolean {
  if (date.kind === 'date') return isEdtf(date.edtf)
  if (date.kind === 'unreadable') return date.expected !== ''
  return isEdtf(date.dayFirst) && isEdtf(date.monthFirst) && date.dayFirst !== date.monthFirst
}

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...' -–/.,~?\'"()年月日至约'.split(''),
    ...'0 1 5 12 31 44 99 500 1500 2016 60,000 13.8'.split(' '),
    ...'May Jan. th s st of BC AD c. before to or between and early century Q3 summer'.split(' '),
    ...'million ago Ma 3:30 PM +0200 Z today 公元前 世纪 二十 XIX über é \u00a0 \u0000'.split(' '),
  )
  const patchwork = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(''))
  const spaced = fc.array(pieces, { maxLength: 10 }).map((list) => list.join(' '))

  it('gives EDTF or a reason, and never throws', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 210 }), patchwork, spaced)
    const order = fc.constantFrom<DateOrder | undefined>(undefined, 'day-first', 'month-first')
    fc.assert(
      fc.property(anything, order, (text, given) => {
        const date = readLooseDate(text, given === undefined ? {} : { order: given })
        expect(isSound(date)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('gives EDTF or a reason for every number', () => {
    const number = fc.oneof(fc.double(), fc.integer(), fc.integer({ min: 0, max: 90_000 }))
    fc.assert(
      fc.property(number, (value) => {
        expect(isSound(readLooseDate(value))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  const two = (value: number): string => String(value).padStart(2, '0')
  // 1900s may be a century, so decades that start one are told apart in the table above.
  // -9999 and Y-10000 are both told as 10,000 BCE.
  const year = fc.integer({ min: -9998, max: 9999 })
  const yearText = year.map(
    (value) => (value < 0 ? '-' : '') + String(Math.abs(value)).padStart(4, '0'),
  )
  const month = fc.integer({ min: 1, max: 12 }).map(two)
  const day = fc.integer({ min: 1, max: 28 }).map(two)
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `T${two(hour)}:${two(minute)}`)
  const zone = fc.constantFrom('', 'Z', '+08:00', '-03:30')
  const date = fc.oneof(
    yearText,
    fc.tuple(yearText, month).map((parts) => parts.join('-')),
    fc.tuple(yearText, month, day).map((parts) => parts.join('-')),
    fc.tuple(yearText, month, day, time, zone).map(([y, m, d, t, z]) => `${y}-${m}-${d}${t}${z}`),
    fc.integer({ min: 0, max: 99 }).map((century) => `${two(century)}XX`),
    fc.integer({ min: 0, max: 99 }).map((century) => `-${two(century)}XX`),
    fc
      .integer({ min: 101, max: 998 })
      .filter((decade) => decade % 10 !== 0)
      .map((decade) => `${String(decade)}X`),
    fc.integer({ min: 1000, max: 13_800 }).map((count) => `Y-${String(count)}000000`),
  )
  const marked = fc.tuple(date, fc.constantFrom('', '~', '?', '%')).map((parts) => parts.join(''))
  const plain = fc.oneof(
    marked,
    date.map((text) => `${text}/..`),
    date.map((text) => `../${text}`),
    fc
      .tuple(date, date)
      .map((ends) => ends.join('/'))
      .filter((text) => parseDate(text).ok),
  )
  const languages: readonly (readonly [string, DateWords])[] = [
    ['en', english],
    ['zh-Hans', chinese],
  ]

  it.each(languages)('reads back what we write in %s', (_language, words) => {
    fc.assert(
      fc.property(plain, (text) => {
        const reading = parseDate(text)
        if (!reading.ok) throw new Error(text)
        const written = formatDate(reading.date, words, 'long')
        const back = readLooseDate(written)
        expect([written, back.kind === 'date' ? back.edtf : back]).toEqual([
          written,
          reading.date.edtf,
        ])
      }),
      { numRuns: 600 },
    )
  })
})
