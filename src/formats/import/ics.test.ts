import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { importIcs } from './ics.ts'

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')
}

/** The dates of the only event, with further lines for the calendar. */
function datesOf(event: readonly string[], around: readonly string[] = []) {
  const { json, problems } = importIcs(
    calendar(...around, 'BEGIN:VEVENT', ...event, 'SUMMARY:A', 'END:VEVENT'),
  )
  const events = Array.isArray(json['events']) ? json['events'] : []
  const dates = events.map((one: unknown) =>
    typeof one === 'object' && one !== null && 'date' in one ? one.date : undefined,
  )
  return { dates, codes: problems.map(({ code, line }) => `${code}:${String(line)}`) }
}

describe('importIcs', () => {
  const { json, problems } = importIcs(
    readFileSync('src/formats/import/fixtures/calendar.ics', 'utf8'),
  )

  it('reads a calendar with everything in it', () => {
    expect(json).toMatchObject({
      title: 'A club, its year',
      organizations: [
        { id: 'a-club-its-year', name: 'A club, its year' },
        { id: 'everybody', name: 'Everybody' },
      ],
      people: [{ id: 'ada-lovelace', name: 'Ada Lovelace' }],
      topics: [{ title: 'Feasts' }, { title: 'Out, and about' }],
      events: [
        {
          id: 'feast@example.org',
          date: '2020-07-18/2020-07-19',
          title: 'The summer feast, with a name that is so long that it has to be folded',
          body: 'What to bring:\n- bread\n- \\*wine\\*\n\n[https://example.org/feast](https://example.org/feast).',
          topics: ['feasts', 'out-and-about'],
          organizations: ['a-club-its-year', 'everybody'],
          people: ['ada-lovelace'],
          importance: 5,
          links: [{ url: 'https://example.org/feast' }],
          media: [{ type: 'image', src: 'https://example.org/mill.png' }],
          details: [
            { label: 'Location', value: 'The old mill' },
            { label: 'Room', value: 'The barn' },
            { label: 'Status', value: 'tentative' },
          ],
        },
        { id: 'meeting@example.org-2020-03-12T19:00', body: 'With **votes**' },
        { id: 'meeting@example.org-2020-06-12T19:00' },
        { title: 'Meeting, a day later', date: '2020-05-13T19:00+02:00' },
        { date: '2020-12-12T19:00-05:00' },
      ],
    })
    expect(json['events']).toMatchObject([
      {},
      { date: '2020-03-12T19:00+01:00/2020-03-12T20:30+01:00' },
      { date: '2020-06-12T19:00+02:00/2020-06-12T20:30+02:00' },
      {},
      {},
    ])
    expect(readDocument(json).problems).toEqual([])
  })

  it('tells what it left out, repeated or could not read, with the line', () => {
    expect(
      problems.map(({ severity, code, line }) => `${severity} ${code} ${String(line)}`),
    ).toEqual([
      'note import-repeats 44',
      'error date-missing 64',
      'note import-no-place 23',
      'note import-no-place 39',
    ])
  })

  it.each([
    [['DTSTART;VALUE=DATE:20260718'], ['2026-07-18']],
    [['DTSTART;VALUE=DATE:20260718', 'DTEND;VALUE=DATE:20260719'], ['2026-07-18']],
    [['DTSTART;VALUE=DATE:20260718', 'DTEND;VALUE=DATE:20260718'], ['2026-07-18']],
    [['DTSTART;VALUE=DATE:20260718', 'DURATION:P2D'], ['2026-07-18/2026-07-19']],
    [['DTSTART:20260718'], ['2026-07-18']],
    [['DTSTART:20260718T090000'], ['2026-07-18T09:00']],
    [['DTSTART:20260718T090030Z'], ['2026-07-18T09:00:30Z']],
    [['DTSTART:20260718T090000Z', 'DTEND:20260718T090000Z'], ['2026-07-18T09:00Z']],
    [
      ['DTSTART;TZID=Europe/Berlin:20260718T230000', 'DTEND:20260718T220000Z'],
      ['2026-07-18T23:00+02:00/2026-07-19T00:00+02:00'],
    ],
    [['DTSTART;TZID=/x.org/2025_1/Asia/Tokyo:20260718T090000'], ['2026-07-18T09:00+09:00']],
    // Across the change of clocks the length on the clocks counts.
    [
      ['DTSTART;TZID=Europe/Berlin:20260328T120000', 'DURATION:P1D'],
      ['2026-03-28T12:00+01:00/2026-03-29T12:00+02:00'],
    ],
    [
      ['DTSTART:20260718T000000', 'DTEND:20260720T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'],
      ['2026-07-18/2026-07-19'],
    ],
    // Not the format, but a day beyond doubt; the parser that we use for rules reads 2025-12-07.
    [['DTSTART;VALUE=DATE:2026-07-18'], ['2026-07-18']],
    [['DTSTART:26 July 2019'], ['2019-07-26']],
    [['DTSTART:20260718', 'RRULE:FREQ=YEARLY'], ['2026-07-18']],
    [
      ['DTSTART:20260718', 'RRULE:FREQ=YEARLY;UNTIL=20280718'],
      ['2026-07-18', '2027-07-18', '2028-07-18'],
    ],
    [
      ['DTSTART:20260718T090000', 'RDATE:20260801T090000,20260802T090000', 'EXDATE:20260801'],
      ['2026-07-18T09:00', '2026-08-02T09:00'],
    ],
    // The last occurrence is at the very end, which is written in UTC.
    [
      ['DTSTART;TZID=Asia/Tokyo:20260718T080000', 'RRULE:FREQ=DAILY;UNTIL=20260718T230000Z'],
      ['2026-07-18T08:00+09:00', '2026-07-19T08:00+09:00'],
    ],
  ])('reads %j', (lines, dates) => {
    expect(datesOf(lines).dates).toEqual(dates)
  })

  it.each([
    [['DTSTART:soon'], 'date-unreadable:3', 0],
    [['DTSTART:20260231'], 'date-unreadable:3', 0],
    [['DTSTART:'], 'date-missing:3', 0],
    [['DTSTART:20260718', 'DTEND:20260701'], 'date-end-before-start:4', 1],
    [['DTSTART:20260718', 'DTEND:later'], 'date-unreadable:4', 1],
    [['DTSTART;TZID=Mars/Olympus:20260718T090000'], 'import-zone-unknown:3', 1],
    [['DTSTART:20260718', 'RRULE:FREQ=NEVER;COUNT=2'], 'import-repeats:4', 1],
    [['DTSTART:20260718', 'RRULE:FREQ=DAILY;COUNT=9999'], 'import-repeats:2', 500],
    [['DTSTART:20260718', 'broken'], 'import-unreadable:4', 1],
  ])('tells of %j and keeps what it can', (lines, code, events) => {
    const { codes, dates } = datesOf(lines)
    expect(codes).toContain(code)
    expect(dates).toHaveLength(events)
  })

  it('never throws, and loses no event without a word', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'DTSTART:20260718',
        'DTSTART;TZID="a:b;c":20260718T090000',
        'DTEND;VALUE=DATE:20200101',
        'DURATION:-P1W',
        'RRULE:FREQ=DAILY;COUNT=3',
        'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3;BYSETPOS=9',
        'RDATE;VALUE=PERIOD:20260718T090000Z/PT1H,x',
        'EXDATE:20260718',
        'SUMMARY;LANGUAGE=de:a\\,b\\nc\\',
        'ATTENDEE;CN=:mailto:',
        'BEGIN:VALARM',
        'END:VTIMEZONE',
        ' folded',
      ),
      fc.string({ maxLength: 20 }).map((text) => `X-${text}`),
    )
    const lines = fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 3 })
    fc.assert(
      fc.property(lines, (events) => {
        const text = calendar(
          ...events.flatMap((one) => ['BEGIN:VEVENT', 'X-A:b', ...one, 'END:VEVENT']),
        )
        const { json, problems } = importIcs(text)
        const found = Array.isArray(json['events']) ? json['events'].length : -1
        const told = problems.filter(
          ({ severity, message }) => severity === 'error' || message.startsWith('All times'),
        )
        expect(found + told.length).toBeGreaterThanOrEqual(events.length)
        expect(readDocument(json).document?.events).toHaveLength(found)
      }),
    )
  })
})
