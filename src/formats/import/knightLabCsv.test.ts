import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readDocument } from '#core/model/readDocument.ts'
import { importKnightLabCsv } from './knightLabCsv.ts'
import { isKnightLabHeader } from './knightLabColumns.ts'
import { readTimeOfDay } from './readTimeOfDay.ts'

const fixture = readFileSync(new URL('./fixtures/knightLab.csv', import.meta.url), 'utf8')

const eventsOf = (csv: string): readonly unknown[] => {
  const { events } = importKnightLabCsv(csv).json
  return Array.isArray(events) ? events : []
}

test("reads Knight Lab's sheet: title, eras, events, and a column of somebody's own", () => {
  const { json } = importKnightLabCsv(fixture)
  expect(json).toEqual({
    version: 1,
    title: 'A harbour town',
    description: 'Told by "its" keepers.',
    organizations: [{ id: 'lights', name: 'Lights' }],
    eras: [{ id: 'under-rome', title: 'Under Rome', date: '-0029/0410' }],
    events: [
      {
        date: '-0029~',
        dateNote: 'c. 30 BCE',
        title: 'First light',
        body: 'A fire.\n\nSeen from afar.',
        organizations: ['lights'],
        media: [
          {
            type: 'image',
            src: 'https://example.org/fire.png',
            alt: 'A drawing',
            caption: 'A drawing',
            credit: 'Museum',
          },
        ],
        details: [{ label: 'Keeper', value: 'Aulus' }],
      },
      {
        date: '1912-07-14T18:05/1912-07-15',
        title: 'The storm',
        body: 'Two boats',
        organizations: ['lights'],
        links: [{ title: 'vimeo.com (News)', url: 'https://vimeo.com/1' }],
      },
      { date: '1920-02/..', title: 'Wrong day' },
    ],
  })
})

test('knows the line of every row, after cells of several lines, too', () => {
  const { problems } = importKnightLabCsv(fixture)
  expect(problems.map(({ code, line, path }) => `${code} ${line} ${path}`)).toEqual([
    'import-date-part 8 column "Year"',
    'date-unreadable 9 column "Year"',
    'import-row-empty 10 ',
    'import-date-guessed undefined ',
    'import-no-place 4 column "Background"',
  ])
})

test('reads any case, spacing and spelling of the columns, and those of the first version', () => {
  const plain = [{ date: '1912-07', title: 'Storm', organizations: ['quay'] }]
  expect(eventsOf('YEAR;end year;Month;headline;GROUP\n1912;;7;Storm;Quay')).toEqual(plain)
  expect(
    eventsOf('startYear\tstartMonth\tendYear\theadline\tgroup\n1912\t7\t\tStorm\tQuay'),
  ).toEqual(plain)
  expect(eventsOf(',startMonth,headline,group\n1912,7,Storm,Quay')).toEqual(plain)
  expect(eventsOf('Start Date,End Date,Headline,Tag\n7/1912,,Storm,Quay')).toEqual(plain)
  expect(eventsOf('Start Date,End Date,Headline\n7/14/1912,7/15/1912,Storm')).toEqual([
    { date: '1912-07-14/1912-07-15', title: 'Storm' },
  ])
})

test('a second title is an event, and an unknown type is told', () => {
  const { json, problems } = importKnightLabCsv(
    'Year,Headline,Type\n,One,title\n2,Two,Title\n3,Three,pin',
  )
  expect(json).toMatchObject({ title: 'One', events: [{ title: 'Two' }, { title: 'Three' }] })
  expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual([
    'import-repeats 3',
    'import-no-place 4',
  ])
})

test('rows that have slipped sideways say so', () => {
  const csv =
    'Year,Month,Day,Time,End Year,Headline,Text\n1900,,,Storm,"Two boats",,\n1901,,,,,Calm,,,left over'
  const { problems } = importKnightLabCsv(csv)
  expect(problems.map(({ severity, code, line }) => `${severity} ${code} ${line}`)).toEqual([
    'warning import-date-part 2',
    'warning import-cells-extra 3',
    'warning date-unreadable 2',
    'note import-row-empty 2',
  ])
  expect(eventsOf(csv)).toEqual([
    { date: '1901', title: 'Calm', details: [{ label: 'Column 8', value: 'left over' }] },
  ])
})

test.each([
  ['18:30', '18', '30'],
  ['6:30 PM', '18', '30'],
  ['12 a.m.', '0', ''],
  ['1830', '18', '30'],
  ['18.30', '18', '30'],
  ['18h30', '18', '30'],
])('reads the time %s', (text, hour, minute) => {
  expect(readTimeOfDay(text)).toMatchObject({ hour, minute })
})

test.each(['', '18', 'noon', '13 PM', '1:2:3:4:5'])('%j is no time', (text) => {
  expect(readTimeOfDay(text)).toBeUndefined()
})

test('tells its own header from that of another table', () => {
  expect(isKnightLabHeader(['Year', 'Month', 'Headline'])).toBe(true)
  expect(isKnightLabHeader(['startYear', 'headline'])).toBe(true)
  expect(isKnightLabHeader(['', 'startMonth', 'headline'])).toBe(true)
  expect(isKnightLabHeader(['Year', 'Title'])).toBe(false)
  expect(isKnightLabHeader(['Date', 'Headline'])).toBe(false)
})

test('every row becomes an event, an era, the title or a problem', () => {
  const cell = fc.constantFrom(
    '',
    '1',
    '1912',
    '-30',
    'x',
    '13',
    'title',
    'era',
    'https://a.b/c.png',
    '<b>',
    '"',
  )
  const names = [
    'Year',
    'Month',
    'Day',
    'Time',
    'End Year',
    'Headline',
    'Text',
    'Media',
    'Type',
    'Group',
  ]
  const row = fc.array(cell, { minLength: names.length, maxLength: names.length })
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const csv = [names, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')
      const { json, problems } = importKnightLabCsv(csv)
      const filled = rows.filter((cells) => cells.some((text) => text !== ''))
      const lists = [json['events'], json['eras'] ?? []].flat().length
      const title = filled.some((cells) => cells[8] === 'title') ? 1 : 0
      const left = filled.length - lists - title
      const told = problems.reduce((sum, { severity, code, message }) => {
        if (severity === 'error') return sum + 1
        if (code !== 'import-row-empty') return sum
        return sum + Number(/\((\d+) times/.exec(message)?.[1] ?? 1)
      }, 0)
      expect(told).toBe(left)
      expect(readDocument(json).problems.filter((problem) => problem.severity === 'error')).toEqual(
        [],
      )
    }),
    { numRuns: 500 },
  )
})
