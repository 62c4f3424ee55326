import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { readPlainDate } from './plainDate.ts'

/** What bytes give; undefined for what is left to the full reader. */
function read(text: string) {
  const bytes = new TextEncoder().encode(`"${text}"`)
  const date = { anchor: 0, outer: { start: 0, end: 0 } }
  return readPlainDate(bytes, 1, bytes.length - 1, date) ? date : undefined
}

/** Whether it was read; then it has to be what the full reader says. */
function agrees(text: string): boolean {
  const date = read(text)
  if (date === undefined) return false
  const full = parseDate(text)
  if (!full.ok) throw new Error(`${text} is no date`)
  expect(full.notes).toEqual([])
  const { anchor, outer, others } = drawnDate(full.date)
  expect({ date, others }).toEqual({ date: { anchor, outer }, others: [] })
  return true
}

const number = (digits: number, max: number) =>
  fc.integer({ min: 0, max }).map((value) => String(value).padStart(digits, '0'))
const zone = fc.oneof(
  fc.constantFrom('', 'Z', 'z', '+18:00', '-18:01', '+0530', '+05', '-00:00'),
  fc
    .tuple(fc.constantFrom('+', '-'), number(2, 19), number(2, 60))
    .map(([a, b, c]) => `${a}${b}:${c}`),
)
const fraction = fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{0,4}$/), fc.constant(',5'))
const second = fc.oneof(
  fc.constant(''),
  fc.tuple(number(2, 61), fraction).map(([a, b]) => `:${a}${b}`),
)
const time = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.constantFrom('T', 't', ' '), number(2, 25), number(2, 60), second, zone)
    .map(([t, hour, minute, rest, where]) => `${t}${hour}:${minute}${rest}${where}`),
)
const day = fc.tuple(number(4, 9999), number(2, 14), number(2, 32), time)
const date = fc.oneof(
  { weight: 5, arbitrary: day.map(([y, m, d, t]) => `${y}-${m}-${d}${t}`) },
  day.map(([y, m]) => `${y}-${m}`),
  day.map(([y]) => y),
  fc.constantFrom('2014-21', '2014?', '201X', '-0500', '2014/2016', '[2014,2015]', '2016-05-3', ''),
  fc.stringMatching(/^[-0-9T:.+Z~?]{0,24}$/),
)

describe('readPlainDate', () => {
  it('reads a date as the full reader does, or leaves it', () => {
    let read = 0
    fc.assert(
      fc.property(date, (text) => {
        if (agrees(text)) read += 1
      }),
      { numRuns: 3000 },
    )
    expect(read).toBeGreaterThan(500)
  })

  it.each([
    '0000',
    '0099-12',
    '2000-02-29',
    '1969-12-31T23:59Z',
    '2001-01-03T14:05+05:30',
    '2001-01-03T14:05:09.25-08:00',
    '9999-12-31T23:59:59.999',
  ])('reads %s', (text) => {
    expect(agrees(text)).toBe(true)
  })

  it.each([
    '1900-02-29',
    '2014-13',
    '2014-00',
    '2014-21',
    '2001-01-03T24:00',
    '2001-01-03T10:00:60',
  ])('leaves %s', (text) => {
    expect(agrees(text)).toBe(false)
  })
})
