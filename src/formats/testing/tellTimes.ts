import { buildScene } from '#core/scene/buildScene.ts'
import { chineseWords, englishWords, inputFor, tableOf } from '#core/scene/testing/story.ts'
import type { SceneWords } from '#core/scene/sceneInput.ts'
import { addUnits, type CalendarUnit, fieldsOf, startOfUnit } from '#core/time/calendar.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { formatDate, formatSpan, precisionWords } from '#core/time/formatDate.ts'
import { MS } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { edtfToSpan, spanToEdtf } from '#core/time/spanText.ts'
import { ticks } from '#core/viewport/ticks.ts'
import { readLooseDate } from '#formats/import/looseDate.ts'
import { svgString } from '#render/svg/svgString.ts'

/**
 * Days on which clocks somewhere did what clocks should not: went forward or back, or left the day
 * out. scripts/timeZones.test.mjs has the zones.
 */
const oddDays = [
  // New York springs forward at 02:00, and falls back at 02:00; its mean time ended in 1883.
  ['2016-03-13', '02:30'],
  ['2016-11-06', '01:30'],
  ['1883-11-18', '12:03'],
  // London; from 1968 to 1971 it had summer time all year.
  ['2016-03-27', '01:30'],
  ['2016-10-30', '01:30'],
  ['1968-10-27', '23:30'],
  // Newfoundland once changed at 00:01, so that a day began twice.
  ['2010-11-07', '00:01'],
  ['2010-03-14', '00:01'],
  // Shanghai had summer time, and mean time until 1901.
  ['1986-05-04', '02:30'],
  ['1900-12-31', '23:59:30'],
  // Apia left out 30 December 2011, Kiritimati 31 December 1994 (or 1 January 1995).
  ['2011-12-30', '12:00'],
  ['1994-12-31', '12:00'],
  ['1995-01-01', '00:00'],
  // Nowhere anything, and the ends of what engines know.
  ['2000-02-29', '00:00'],
  ['1970-01-01', '00:00'],
  ['0001-01-01', '00:00'],
  ['0000-02-29', '23:59:59.999'],
  ['-0043-03-15', '12:00'],
] as const

const more = [
  '2001',
  '2016-03',
  '2011-12',
  '2016-03-12/2016-03-14',
  '2011-12-29/..',
  '2016-03-13T02:30-05:00',
  '2016-11-06T01:30-04:00',
  '2016-11-06T01:30-05:00',
  '2011-12-30T09:00+14:00',
  '1994-12-31T09:00-10:00',
  '2016-03-13T24:00',
  '2016-12-31T23:59:60Z',
  '201X',
  '18XX',
  '2016-21',
  '2016-33',
  '[2011-12-29,2011-12-31]',
  'Y-66000000~',
]

const spreadsheet = [42_442, 42_442.104_166_666_664, 1_457_853_000_000, 1_457_853_000]
const units = ['hour', 'day', 'week', 'month', 'quarter', 'year'] satisfies CalendarUnit[]
const languages = [englishWords, chineseWords]

/**
 * Everything that the product says and draws of dates near the days when clocks are moved, one line
 * each: spans, words, calendar arithmetic, axes, and the story drawn (`story` is its JSON). Nothing of
 * it may depend on the zone of the machine.
 */
export function tellTimes(story: string): readonly string[] {
  const dates = [...oddDays.flatMap(([day, time]) => [day, `${day}T${time}`, `${day}~`]), ...more]
  return [
    ...dates.flatMap((date) => languages.map((words) => tellDate(date, words))),
    ...oddDays.flatMap(([day]) => tellCalendar(day)),
    ...oddDays.flatMap(([day]) => languages.flatMap((words) => tellAxes(day, words))),
    ...spreadsheet.map((number) => JSON.stringify([number, readLooseDate(number)])),
    ...oddDays.map(([day, time]) => JSON.stringify(readLooseDate(`${day.slice(-5)}-2016 ${time}`))),
    ...languages.map((words) => drawStory(story, words)),
  ]
}

function tellDate(text: string, { dateWords }: SceneWords): string {
  const reading = parseDate(text)
  if (!reading.ok) throw new Error(`${text}: expected ${reading.expected}`)
  const { date } = reading
  return JSON.stringify([
    text,
    drawnDate(date),
    formatDate(date, dateWords, 'long'),
    formatDate(date, dateWords, 'short'),
    precisionWords(date, dateWords),
  ])
}

/** Two days by half hours, and what starts before each, and what comes after. */
function tellCalendar(day: string): readonly string[] {
  const span = edtfToSpan(day)
  if (span === undefined) throw new Error(day)
  const halfHours = Array.from({ length: 96 }, (_, at) => span.start + (at - 24) * 30 * MS.minute)
  return halfHours.map((instant) =>
    JSON.stringify([
      day,
      fieldsOf(instant),
      units.map((unit) => [
        startOfUnit(instant, unit) - instant,
        addUnits(instant, unit, 1) - instant,
      ]),
    ]),
  )
}

/** Axes from half a day to six years around a day. */
function tellAxes(day: string, { dateWords }: SceneWords): readonly string[] {
  const span = edtfToSpan(day)
  if (span === undefined) throw new Error(day)
  const widths = [MS.hour / 2, MS.hour * 6, MS.day, MS.day * 7, MS.day * 60, MS.year * 3]
  return widths.map((width) => {
    const view = { start: span.start - width, end: span.end + width }
    return JSON.stringify([
      day,
      ticks(view, 1000, dateWords),
      formatSpan(view, dateWords),
      spanToEdtf(view, (view.end - view.start) / 1000),
    ])
  })
}

function drawStory(story: string, words: SceneWords): string {
  return svgString(buildScene(inputFor(tableOf(JSON.parse(story)), 1000, 640, { words })))
}
