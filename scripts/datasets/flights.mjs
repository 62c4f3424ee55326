/**
 * Writes flights within the United States in the first half of 2001 as a timeline: a lane an airport, the
 * longest delays first to be seen.
 * Run: node scripts/datasets/flights.mjs [--count 200000 | --count all] [--from FILE.parquet] [-o FILE]
 */
import { parseArgs } from 'node:util'
import { outputOf, runAsCommand, tellWritten } from './command.mjs'
import { openFlights } from './flightRows.mjs'
import { count, counted, mostCounted } from './texts.mjs'
import { writeDocument } from './writeDocument.mjs'

/** So many airports have a lane of their own: more than half of all flights leave from them. */
const ownLanes = 20

/** Delays in minutes beyond which the day is in doubt: of nearly a day, or landing hours too early. */
const doubtful = { late: 23 * 60, early: -90 }

const topics = [
  { id: 'on-time', title: 'Less than 15 min late' },
  { id: 'late', title: '15 min to 1 h late' },
  { id: 'hours', title: '1 to 3 h late' },
  { id: 'very-late', title: 'More than 3 h late' },
  { id: 'doubtful', title: 'Delay in doubt' },
]

/**
 * The document of some flights.
 * @param {{total: number, groups: (columns: string[]) => AsyncIterable<object[]>, airports: Map}} source
 *   its groups of rows are gone through twice: once to count, once to write
 * @param {number} wanted how many to take, evenly from first to last
 * @returns {Promise<{head: object, events: AsyncIterable<object>}>}
 */
export async function flightsDocument(source, wanted) {
  const most = Math.min(wanted, source.total)
  const departures = new Map()
  const airports = new Set()
  let first
  let last
  for await (const { row } of chosen(source, most, ['date', 'origin', 'destination'])) {
    count(departures, row.origin)
    airports.add(row.origin).add(row.destination)
    last = localTime(row.date)
    first ??= last
  }
  const names = namesOf(airports, source.airports)
  const head = headOf({ departures, names, first, last, most, source })
  return { head, events: eventsOf(source, most, names) }
}

/** Every so many-th row, with its place in the file. */
async function* chosen({ groups, total }, most, columns) {
  let at = 0
  for await (const rows of groups(columns)) {
    for (const row of rows) {
      // The share of `most` that is due grows evenly, and a row is taken where it passes a whole number.
      const due = (at * most) / total
      at += 1
      if (Math.floor((at * most) / total) > Math.floor(due)) yield { row, number: at }
    }
  }
}

async function* eventsOf(source, most, names) {
  const columns = ['date', 'delay', 'distance', 'origin', 'destination']
  for await (const { row, number } of chosen(source, most, columns)) {
    yield eventOf(row, number, names)
  }
}

function eventOf({ date, delay, distance, origin, destination }, number, names) {
  const minutes = Number(delay)
  const doubt = minutes >= doubtful.late || minutes < doubtful.early
  return {
    id: String(number),
    date: localTime(date),
    title: `${names.get(origin)} to ${names.get(destination)}, ${lateness(minutes)}`,
    summary: `${origin} to ${destination}, ${Number(distance).toLocaleString('en')} miles.`,
    organizations: [origin],
    topics: [doubt ? 'doubtful' : topicOf(minutes)],
    importance: doubt ? 3 : importanceOf(minutes),
    ...(doubt
      ? {
          confidence: 'disputed',
          confidenceNote:
            'Reported so. Many delays of about a day, and landings hours too early, seem to be counted from the wrong day.',
        }
      : {}),
  }
}

/** The clock of the airport, which is all that the data says: no zone. */
function localTime(date) {
  return (date instanceof Date ? date.toISOString() : String(date).replaceAll('/', '-'))
    .slice(0, 16)
    .replace(' ', 'T')
}

function lateness(minutes) {
  if (minutes === 0) return 'on time'
  const all = Math.abs(minutes)
  const hours = Math.floor(all / 60)
  const rest = all % 60
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean)
  return `${parts.join(' ')} ${minutes > 0 ? 'late' : 'early'}`
}

function topicOf(minutes) {
  if (minutes < 15) return 'on-time'
  if (minutes < 60) return 'late'
  return minutes <= 180 ? 'hours' : 'very-late'
}

/** A few in a hundred thousand are of importance 5, one in a thousand of 4, one in a hundred of 3. */
function importanceOf(minutes) {
  return 1 + [60, 180, 360, 720].filter((limit) => minutes >= limit).length
}

/** Cities, with the code of the airport where a city has several. */
function namesOf(codes, airports) {
  const cityOf = (code) => airports.get(code)?.city ?? code
  const inCity = new Map()
  for (const code of codes) count(inCity, cityOf(code))
  return new Map(
    [...codes].map((code) => {
      const city = cityOf(code)
      return [code, inCity.get(city) === 1 ? city : `${city} ${code}`]
    }),
  )
}

function headOf({ departures, names, first, last, most, source }) {
  const busiest = new Set(mostCounted(departures, ownLanes))
  const others = [...names.keys()].filter((code) => !busiest.has(code))
  others.sort((a, b) => (a < b ? -1 : 1))
  const share =
    most === source.total ? 'all of them' : `taken evenly from ${source.total.toLocaleString('en')}`
  return {
    $schema: '../../schema/timeline.v1.json',
    version: 1,
    title: 'Flights within the United States, 2001',
    subtitle: `${counted(most, 'flight')}, ${first.slice(0, 10)} to ${last.slice(0, 10)}`,
    description: [
      `What airlines reported to the Bureau of Transportation Statistics: ${counted(most, 'flight')}, ${share}. A lane is an airport of departure; the ${ownLanes} busiest have one each, the others share one. The longer a delay, the earlier it is labelled.`,
      'The limits of the data:',
      [
        '- Each flight stands at the minute when it left, by the clock of the airport that it left from: the data has no time zones, so one place on the axis is not one moment in all lanes.',
        '- The delay is that of the arrival. Cancelled flights and those without a reported arrival are not in the data, and neither are airlines and causes.',
        '- Some delays of about a day seem to be counted from the wrong day. They are marked as disputed.',
      ].join('\n'),
    ].join('\n\n'),
    language: 'en',
    // All lanes are listed, so that the shared one stands last.
    lanes: [
      ...[...busiest].map((code) => ({ id: code, title: names.get(code) })),
      ...(others.length > 0 ? [{ id: 'others', title: 'Other airports' }] : []),
    ],
    organizations: [
      ...[...busiest].map((code) => airport(code, code, names, source.airports)),
      ...others.map((code) => airport(code, 'others', names, source.airports)),
    ],
    topics,
    sources: [
      {
        id: 'vega-datasets',
        title: 'vega-datasets, flights-3m.parquet',
        publisher: 'Vega',
        url: 'https://github.com/vega/vega-datasets',
      },
      {
        id: 'bts',
        title: 'Airline On-Time Performance Data',
        publisher: 'U.S. Bureau of Transportation Statistics',
        date: '2001',
        url: 'https://www.transtats.bts.gov/DL_SelectFields.asp?gnoyr_VQ=FGJ&QO_fu146_anzr=b0-gvzr',
      },
    ],
  }
}

function airport(code, lane, names, airports) {
  const name = airports.get(code)?.name
  return {
    id: code,
    name: names.get(code),
    lane,
    aliases: [code, ...(name === undefined ? [] : [name])],
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '200000' },
      from: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  })
  const wanted = values.count === 'all' ? Infinity : Number(values.count)
  if (!(wanted >= 1)) throw new Error(`--count is a number or "all", not "${values.count}"`)
  const { head, events } = await flightsDocument(await openFlights(values.from), wanted)
  const file = outputOf(values.output, values.count === 'all' ? 'flights-all' : 'flights')
  tellWritten(file, await writeDocument(file, head, events))
}

await runAsCommand(import.meta.url, main)
