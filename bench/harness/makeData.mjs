import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { ownDocument, ownLines } from './ownDocument.mjs'
import { benchFolder, dataFolder } from './paths.mjs'

/**
 * Real events from the npm package vega-datasets. 36 and 1,000 are films: title, day of release, genre.
 * More are flights of 2001 from the twenty busiest airports: route, minute of departure, airport. Rows
 * are taken at an even stride, so every run on every machine has the same events.
 *
 * Writes for each size: `events-N.json` for the adapters, `events-N.bin`, the same as columns, for
 * floor-px, and `own-N.json`, the same as a document of ours; and `about.json`, what is in them.
 */
export async function makeData() {
  const aboutFile = join(dataFolder, 'about.json')
  if (!existsSync(aboutFile)) {
    mkdirSync(dataFolder, { recursive: true })
    console.log('Making the data; this happens once.')
    const films = readFilms()
    const byYear = [...films].sort((a, b) => a.start - b.start)
    const flights = await readFlights()
    const about = {
      36: await write(36, best36([...films]), 'films'),
      1000: await write(1000, strided(byYear, 1000), 'films'),
    }
    for (const size of [1e4, 1e5, 1e6]) {
      about[size] = await write(size, strided(flights, size), 'flights')
    }
    writeFileSync(aboutFile, JSON.stringify(about, undefined, 1))
  }
  return JSON.parse(readFileSync(aboutFile, 'utf8'))
}

const source = join(benchFolder, 'node_modules/vega-datasets/data')

function readFilms() {
  const rows = JSON.parse(readFileSync(join(source, 'movies.json'), 'utf8'))
  return (
    rows
      .map((film) => ({ film, start: Date.parse(`${film['Release Date']} UTC`) }))
      // Years of two digits were misread in the source: some films lie after the file was made.
      .filter(({ start }) => start > Date.UTC(1930, 0) && start < Date.UTC(2011, 6))
      .filter(({ film }) => film.Title !== null && film['Major Genre'])
      .map(({ film, start }) => ({
        start,
        title: String(film.Title),
        group: film['Major Genre'],
        text: `Director: ${film.Director ?? 'unknown'}. Distributor: ${film.Distributor ?? 'unknown'}. Worldwide gross: ${money(film['Worldwide Gross'])}.`,
        gross: film['Worldwide Gross'] ?? 0,
      }))
  )
}

function money(amount) {
  return amount === null || amount === undefined
    ? 'unknown'
    : `$${Number(amount).toLocaleString('en-US')}`
}

/** Thirty-six of the two hundred films that earned most, evenly over the years. */
function best36(films) {
  const best = films.sort((a, b) => b.gross - a.gross).slice(0, 200)
  best.sort((a, b) => a.start - b.start)
  return Array.from({ length: 36 }, (_, i) => best[Math.ceil((i * best.length) / 36)])
}

async function readFlights() {
  const { asyncBufferFromFile, parquetReadObjects } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const rows = await parquetReadObjects({
    file: await asyncBufferFromFile(join(source, 'flights-3m.parquet')),
    columns: ['date', 'delay', 'distance', 'origin', 'destination'],
    compressors,
  })
  const departures = new Map()
  for (const { origin } of rows) departures.set(origin, (departures.get(origin) ?? 0) + 1)
  const byDepartures = [...departures].sort((a, b) => b[1] - a[1])
  const busiest = new Set(byDepartures.slice(0, 20).map(([origin]) => origin))
  return rows
    .filter(({ origin }) => busiest.has(origin))
    .map(({ date, delay, distance, origin, destination }) => ({
      start: Number(date),
      title: `${origin} > ${destination}`,
      group: origin,
      text: `${Number(distance)} miles, ${Number(delay)} min late.`,
    }))
    .sort(byStart)
}

function byStart(a, b) {
  if (a.start !== b.start) return a.start - b.start
  return a.title < b.title ? -1 : 1
}

function strided(rows, count) {
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)])
}

/** Writes the files of one size, and tells what is in them. */
async function write(size, rows, from) {
  const events = rows.sort(byStart).map(({ start, title, group, text }, i) => ({
    id: i + 1,
    start: `${new Date(start).toISOString().slice(0, 16)}Z`,
    title,
    group,
    text,
  }))
  const counts = {}
  for (const { group } of events) counts[group] = (counts[group] ?? 0) + 1
  const groups = Object.keys(counts).sort()
  const bySize = [...groups].sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1))

  await writeLines(`events-${size}.json`, events, { open: '[', between: ',\n', close: ']' })
  writeColumns(size, events, groups)
  writeFileSync(join(dataFolder, `own-${size}.json`), JSON.stringify(ownDocument(events, groups)))
  await writeLines(`own-${size}.ndjson`, ownLines(events, groups), { between: '\n' })
  return {
    from,
    groups,
    /** The second largest group: about a tenth of all. */
    filterGroup: bySize[1],
    filterCount: counts[bySize[1]],
    start: Date.parse(events[0].start),
    end: Date.parse(events.at(-1).start),
  }
}

/** A million objects are too much for one string of some engines. */
async function writeLines(name, values, { open = '', between, close = '' }) {
  const out = createWriteStream(join(dataFolder, name))
  out.write(open)
  let before = ''
  for (const value of values) {
    if (!out.write(before + JSON.stringify(value))) await once(out, 'drain')
    before = between
  }
  out.end(close)
  await once(out, 'finish')
}

/** Eight bytes of time each, then one byte of group each. */
function writeColumns(size, events, groups) {
  const bytes = new ArrayBuffer(size * 9)
  const times = new Float64Array(bytes, 0, size)
  const places = new Uint8Array(bytes, size * 8, size)
  for (const [i, { start, group }] of events.entries()) {
    times[i] = Date.parse(start)
    places[i] = groups.indexOf(group)
  }
  writeFileSync(join(dataFolder, `events-${size}.bin`), new Uint8Array(bytes))
}
