/**
 * Writes public/examples/dense.json: every change of the clocks in eight cities, and every leap second,
 * as the tz database of this machine has them. One event is one line.
 * Run: node scripts/writeDenseExample.mjs [folder of compiled zones, /usr/share/zoneinfo]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { notable } from './denseExampleMoments.mjs'
import {
  cities,
  earth,
  eras,
  firstStandardTime,
  head,
  leapSecond,
  sources,
  story,
  topics,
} from './denseExampleWords.mjs'

const target = fileURLToPath(new URL('../public/examples/dense.json', import.meta.url))

/** Changes from here on are only announced, or calculated from rules that may yet be changed. */
const end = Date.UTC(2026, 0) / 1000

/**
 * The changes of a compiled zone (TZif version 2 or later, RFC 9636): second since 1970, offsets from
 * UTC in seconds before and after, and the name of the time that begins.
 */
export function readZone(bytes) {
  const counts = (at) => {
    const [utc, standard, leap, times, types, letters] = [0, 4, 8, 12, 16, 20].map((step) =>
      bytes.readUInt32BE(at + 20 + step),
    )
    return { utc, standard, leap, times, types, letters }
  }
  // The first block repeats the second one in 32 bits.
  const old = counts(0)
  const second =
    44 + old.times * 5 + old.types * 6 + old.letters + old.leap * 8 + old.standard + old.utc
  const { times, types, letters } = counts(second)
  const timesAt = second + 44
  const indexesAt = timesAt + times * 8
  const typesAt = indexesAt + times
  const lettersAt = typesAt + types * 6
  const typeOf = (index) => {
    const at = typesAt + index * 6
    const nameAt = lettersAt + (bytes[at + 5] ?? 0)
    const name = bytes.subarray(nameAt, lettersAt + letters).toString('latin1')
    return { offset: bytes.readInt32BE(at), name: name.slice(0, name.indexOf('\0')) }
  }
  let before = typeOf(0)
  return Array.from({ length: times }, (_, index) => {
    const after = typeOf(bytes[indexesAt + index] ?? 0)
    const change = {
      second: Number(bytes.readBigInt64BE(timesAt + index * 8)),
      from: before.offset,
      to: after.offset,
      name: after.name,
    }
    before = after
    return change
  })
}

/** EDTF of a second since 1970: as clocks at `offset` show it, or in UTC where `offset` has seconds. */
export function dateOf(second, offset) {
  const whole = offset % 60 === 0 ? offset : 0
  const text = new Date((second + whole) * 1000).toISOString().slice(0, 19)
  if (whole === 0) return `${text}Z`
  const minutes = Math.abs(whole) / 60
  const two = (number) => String(number).padStart(2, '0')
  return `${text}${whole < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function changesOf({ id, zone, name }, folder) {
  return readZone(readFileSync(join(folder, zone)))
    .filter(({ second, from, to }) => from !== to && second < end)
    .map(({ second, from, to, name: short }, index) => {
      const date = dateOf(second, to)
      const forward = to > from
      const time = /^[A-Z]/.test(short) ? short : `UTC${short.replace('-', '−')}`
      const usual = Math.abs(to - from) === 3600
      return {
        id: `${id}-${date.slice(0, 10)}`,
        date,
        title: {
          en: `${name.en}: ${forward ? 'forward' : 'back'} to ${time}`,
          'zh-Hans': `${name['zh-Hans']}：${forward ? '拨快' : '拨慢'}至${time}`,
        },
        ...(index === 0 ? firstStandardTime(name, time, to - from) : {}),
        organizations: [id],
        topics: [forward ? 'forward' : 'back', ...(usual ? [] : ['standard'])],
        importance: index === 0 ? 4 : usual ? 1 : 2,
        sources: ['tz'],
      }
    })
}

/** Lines such as "Leap 1972 Jun 30 23:59:60 + S". */
function leapSeconds(text) {
  const months = { Jun: '06', Dec: '12' }
  return text
    .split('\n')
    .filter((line) => line.startsWith('Leap'))
    .map((line, index) => {
      const [, year, month, day, time] = line.split(/\s+/)
      const date = `${year}-${months[month]}-${day}`
      return {
        id: `leap-${date}`,
        date,
        ...leapSecond(index + 1, time),
        organizations: ['earth'],
        topics: ['leap-second'],
        importance: 2,
        sources: ['iers', 'w-leap'],
      }
    })
}

function makeDocument(folder) {
  const events = [
    ...cities.flatMap((city) => changesOf(city, folder)),
    ...leapSeconds(readFileSync(join(folder, 'leapseconds'), 'utf8')),
  ]
  const ids = new Set(events.map(({ id }) => id))
  const missing = Object.keys(notable).filter((id) => !ids.has(id))
  if (missing.length > 0) throw new Error(`No such change: ${missing.join(', ')}`)
  const [, version] = readFileSync(join(folder, 'tzdata.zi'), 'utf8').split(/\s+version\s+|\n/)
  return {
    $schema: '../schema/timeline.v1.json',
    version: 1,
    ...head,
    language: 'en',
    organizations: [...cities.map(({ id, name, color }) => ({ id, name, color })), earth],
    topics,
    sources: sources.map((source) =>
      source.id === 'tz'
        ? { ...source, title: { ...source.title, en: `${source.title.en}, ${version}` } }
        : source,
    ),
    eras,
    events: events.map((event) => {
      const moment = notable[event.id]
      if (moment === undefined) return event
      return {
        ...event,
        ...moment,
        sources: event.id.startsWith('leap') ? event.sources : ['tz', 'w-dst'],
      }
    }),
    story,
  }
}

/** The document as text: lists with one entry a line, so that a change of one event is one line. */
function textOf(document) {
  const fields = Object.entries(document).map(([name, value]) => {
    const list = Array.isArray(value)
    const text = list
      ? `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`
      : JSON.stringify(value)
    return `  ${JSON.stringify(name)}: ${text}`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? '/usr/share/zoneinfo'
  writeFileSync(target, textOf(makeDocument(folder)))
}
