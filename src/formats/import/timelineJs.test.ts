import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Problem } from '#core/model/problem.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { importTimelineJs } from './timelineJs.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')

const eventsOf = (json: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(json['events']) ? json['events'] : []

/** One event of a TimelineJS 3 file with these fields. */
const oneEvent = (slide: object, more: object = {}) => {
  const source = { ...more, events: [{ text: { headline: 'x' }, ...slide }] }
  const { json, problems } = importTimelineJs(JSON.stringify(source))
  return { event: eventsOf(json)[0], problems }
}

test('reads all of a TimelineJS 3 file', () => {
  const { json } = importTimelineJs(fixture('timelineJs3.json'))
  expect(json).toEqual({
    version: 1,
    title: 'A harbour town',
    description:
      'Told by its keepers.\n\n- [The harbour · Keepers](https://example.org/harbour.jpg)',
    organizations: [{ id: 'lights', name: 'Lights' }],
    eras: [
      { id: 'under-rome', title: 'Under Rome', date: '-0029/0410' },
      { id: 'open', title: 'Open', date: '0001' },
    ],
    events: [
      {
        id: 'first-light',
        date: '-0029~',
        dateNote: 'c. 30 BCE',
        title: 'First light',
        body: 'A fire, says \\*one\\* source: [https://example.org/fire](https://example.org/fire).',
        organizations: ['lights'],
        media: [
          {
            type: 'image',
            src: 'https://example.org/fire.png',
            alt: 'Fire on a tower',
            caption: 'A drawing',
            credit: 'Museum',
          },
        ],
        links: [{ title: 'Museum', url: 'https://example.org/museum' }],
      },
      {
        date: '1912-07-14T18:05/1912-07-15',
        title: 'The storm & after',
        body: '- Two **boats**',
        organizations: ['lights'],
        links: [
          {
            title: 'Film of the storm (News, youtube.com)',
            url: 'https://www.youtube.com/watch?v=1',
          },
        ],
      },
      {
        date: '1950',
        title: 'Wrong month',
        media: [{ type: 'image', src: 'https://example.org/quay.jpg', alt: '' }],
      },
    ],
  })
})

test('tells what was wrong, guessed and lost, with lines of the file', () => {
  const { problems } = importTimelineJs(fixture('timelineJs3.json'))
  expect(
    problems.map(({ severity, code, path, line }) => `${severity} ${code} ${path} ${line}`),
  ).toEqual([
    'warning import-date-part events[2].start_date 56',
    'warning import-date-part events[2].start_date 56',
    'warning date-end-before-start events[2].end_date 57',
    'error date-missing events[3] 63',
    'note import-date-guessed  undefined',
    'note import-row-empty  undefined',
    'note import-no-place events[0].media 28',
    'note import-no-place events[0].background 35',
    'note import-no-place events[1].start_date 38',
    'note import-no-place events[2].tags 61',
  ])
})

test('reads versions 1 and 2, inside of a script', () => {
  const { json, problems } = importTimelineJs(fixture('timelineJs2.jsonp'))
  expect(json).toEqual({
    version: 1,
    title: 'A harbour town',
    description: 'Told by its keepers.',
    organizations: [{ id: 'lights', name: 'Lights' }],
    eras: [{ id: 'the-war', title: 'The war', date: '1914/1918' }],
    events: [
      {
        date: '1912-07-14T18:05/1912-07-15',
        title: 'The storm',
        body: 'Two boats',
        organizations: ['lights'],
        links: [{ title: 'The quay (News, example.org)', url: 'http://example.org/storm.jpg' }],
      },
      { date: '1913-12-31', title: 'The last night' },
      { date: '-0029', title: 'First light' },
      { date: '1914-08-01', title: 'War' },
    ],
  })
  expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
    'import-script 1',
    'import-media 15',
    'import-no-place 22',
  ])
  expect(problems[0]?.hint).toBe(
    'Passed over: what stands before the data, comments, commas before closing brackets, what follows after the data.',
  )
})

test.each([
  [{ year: 2017, month: 9, day: 13 }, '2017-09-13'],
  [{ year: '2017', month: '09', day: '' }, '2017-09'],
  [{ year: 2017, month: 0, day: 0 }, '2017'],
  [{ year: 98 }, '0098'],
  [{ year: -1 }, '0000'],
  [{ year: '-550', month: 3 }, '-0549-03'],
  [
    { year: 2020, month: 1, day: 5, hour: 9, minute: 0, second: 0, millisecond: 250 },
    '2020-01-05T09:00:00.250',
  ],
  [{ year: 2020, month: 1, day: 5, hour: 0, minute: 0, second: 0 }, '2020-01-05'],
  [{ year: 2020, hour: 0, minute: 10, second: 56 }, '2020-01-01T00:10:56'],
  [{ year: -13_798_000_000 }, 'Y-13798000000'],
  [{ year: '-66000000', month: 2 }, 'Y-66000000'],
  [{ year: 'c. 1850' }, '1850~'],
  [{ year: '10,000' }, 'Y10000'],
  ['2019-07-26', '2019-07-26'],
])('reads the date %j as %s', (start_date, expected) => {
  expect(oneEvent({ start_date }, { scale: 'cosmological' }).event).toMatchObject({
    date: expected,
  })
})

test.each([
  [{ year: 1590 }, 'c. 1590', '1590~', 'c. 1590'],
  [{ year: -2300 }, 'c. 2500–1900 BCE', '-2299~', 'c. 2500–1900 BCE'],
  [{ year: 2002, month: 4, day: 15 }, '15 avril 2002', '2002-04-15', undefined],
  [{ year: 1920 }, 'The *roaring* <b>years</b>', '1920', 'The \\*roaring\\* years'],
  [{ year: 1920, month: 1, day: 1, hour: 3 }, 'about 1920', '1920-01-01T03:00', 'about 1920'],
])('the date %j shown as %j is %s', (start_date, display_date, date, dateNote) => {
  const { event } = oneEvent({ start_date, display_date })
  expect(event).toEqual({ title: 'x', date, ...(dateNote === undefined ? {} : { dateNote }) })
  // A display date of the date itself says the same.
  expect(oneEvent({ start_date: { ...start_date, display_date } }).event).toEqual(event)
})

test('keeps media that are no pictures as links, and texts of media without an address', () => {
  const media = (fields: object) => oneEvent({ start_date: { year: 1 }, media: fields }).event
  expect(
    media({ url: '<iframe src="https://maps.example.org/1"></iframe>', caption: 'A map' }),
  ).toMatchObject({
    body: '[maps.example.org/1](https://maps.example.org/1)',
    details: [{ label: 'Caption', value: 'A map' }],
  })
  expect(media({ url: '<blockquote>To be, <i>or</i> not</blockquote>' })).toMatchObject({
    body: 'To be, *or* not',
  })
  expect(
    media({ url: 'https://en.wikipedia.org/wiki/Siege_(1)', link: 'https://a.b/' }),
  ).toMatchObject({
    links: [
      { title: 'Siege (1) – en.wikipedia.org', url: 'https://en.wikipedia.org/wiki/Siege_(1)' },
      { title: 'a.b', url: 'https://a.b/' },
    ],
  })
  expect(media({ caption: 'https://a.b/c', credit: 'Somebody' })).toMatchObject({
    links: [{ title: 'https://a.b/c', url: 'https://a.b/c' }],
    details: [{ label: 'Credit', value: 'Somebody' }],
  })
  expect(media({ url: 'img/a.png' })).toMatchObject({ media: [{ src: 'img/a.png' }] })
  expect(media({ url: '//example.org/a.JPG?x=1' })).toMatchObject({
    media: [{ src: 'https://example.org/a.JPG?x=1' }],
  })
})

test.each(['javascript:alert(1)', 'data:image/png;base64,AA', 'file:///c:/a.png'])(
  'drops the address %s, and says so',
  (url) => {
    const { event, problems } = oneEvent({ start_date: { year: 1 }, media: { url } })
    expect(JSON.stringify(event)).not.toContain(url)
    expect(problems).toHaveLength(1)
  },
)

test.each([
  ['', 'cut-off', 1],
  ['{"events": [\n{"start_date": {"year": 1}', 'cut-off', 2],
  ["{'events': []}", 'quotes', 1],
  ['{}', 'no timeline', 1],
  ['"text"', 'no timeline', 1],
  ['nothing at all', 'no JSON', 1],
])('%j is no timeline, and the reason is told', (source, _reason, line) => {
  const { json, problems } = importTimelineJs(source)
  expect(eventsOf(json)).toEqual([])
  expect(problems).toMatchObject([{ severity: 'fatal', code: 'import-unreadable', line }])
})

test('a file with a byte order mark, and one that is the bare list, are read', () => {
  const slide = { start_date: { year: 1 }, text: { headline: 'x' } }
  const source = JSON.stringify({ events: [slide] })
  expect(eventsOf(importTimelineJs(`\uFEFF${source}`).json)).toHaveLength(1)
  expect(eventsOf(importTimelineJs(JSON.stringify([slide])).json)).toHaveLength(1)
  expect(eventsOf(importTimelineJs(`export default ${source}`).json)).toHaveLength(1)
  expect(eventsOf(importTimelineJs(`callback(${source})`).json)).toHaveLength(1)
})

const odd = fc.oneof(
  fc.constantFrom('', '0', '12', '-5', 'x', '<b>', 'https://a.b/c.png', '2012,1,26'),
  fc.constantFrom(1, -4, 13, 1e20, true, undefined),
  fc.jsonValue({ maxDepth: 1 }),
)
const date = fc.record(
  { year: odd, month: odd, day: odd, hour: odd, minute: odd, display_date: odd, format: odd },
  { requiredKeys: [] },
)
const media = fc.record(
  { url: odd, caption: odd, credit: odd, alt: odd, link: odd },
  { requiredKeys: [] },
)
const slide = fc.record(
  {
    start_date: fc.oneof(date, odd),
    end_date: fc.oneof(date, odd),
    display_date: odd,
    text: fc.oneof(fc.record({ headline: odd, text: odd }, { requiredKeys: [] }), odd),
    media: fc.oneof(media, odd),
    background: fc.oneof(media, odd),
    group: odd,
    unique_id: odd,
    other: odd,
  },
  { requiredKeys: [] },
)

const dated = fc.record({
  start_date: fc.record({ year: fc.integer({ min: -99, max: 99 }) }),
  text: fc.record({ headline: odd }),
})

/** How many slides a problem has left out. */
const leftOutBy = ({ severity, code, message }: Problem): number => {
  if (severity === 'error') return 1
  if (code !== 'import-row-empty') return 0
  return Number(/\((\d+) times/.exec(message)?.[1] ?? 1)
}

test('every slide becomes an event or a problem, and the document reads without an error', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(slide, dated, odd), { maxLength: 6 }), (slides) => {
      const { json, problems } = importTimelineJs(JSON.stringify({ events: slides }))
      const told = problems.reduce((sum, problem) => sum + leftOutBy(problem), 0)
      expect(told).toBe(slides.length - eventsOf(json).length)
      const read = readDocument(json)
      expect(read.problems.filter((problem) => problem.severity === 'error')).toEqual([])
      expect(read.document?.events).toHaveLength(eventsOf(json).length)
    }),
    { numRuns: 500 },
  )
})

test('no text is too odd to be answered', () => {
  const piece = fc.constantFrom(...'{ } [ ] "events" : , /* */ // " = ( 1'.split(' '), '\n')
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const { problems } = importTimelineJs(pieces.join(''))
      for (const { message, hint } of problems)
        expect(`${message}${hint}`).not.toContain('undefined')
    }),
    { numRuns: 500 },
  )
  for (const hostile of ['/*', '"', '{"a":', '//\n', ',', '= {']) {
    expect(importTimelineJs(hostile.repeat(100_000)).problems).not.toEqual([])
  }
})
