import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '#core/time/calendar.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { Text, TimelineDocument } from './document.ts'
import { readDocument } from './readDocument.ts'

// The examples beside the page are the first thing that people open: nothing in them may be wrong in a
// way that a machine can see.

const folder = fileURLToPath(new URL('../../../public/examples/', import.meta.url))

interface Promised {
  readonly languages: readonly string[]
  readonly events: number
  readonly steps: number
  /** Years of the earliest and the latest date, as drawn. */
  readonly years: readonly [number, number]
}

const promised: Readonly<Record<string, Promised>> = {
  'big-bang.json': { languages: ['en', 'zh-Hans'], events: 58, steps: 8, years: [-13.85e9, 2022] },
  'one-day.json': { languages: ['en', 'zh-Hans'], events: 53, steps: 6, years: [1969, 1969] },
  'ancient.json': { languages: ['en', 'zh-Hans'], events: 39, steps: 6, years: [-3399, 1455] },
  'right-to-left.json': { languages: ['ar', 'en'], events: 32, steps: 5, years: [628, 1486] },
  'dense.json': { languages: ['en', 'zh-Hans'], events: 1021, steps: 5, years: [1847, 2025] },
}

const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')
const json = (file: string): unknown => JSON.parse(textOf(file))

function read(file: string): TimelineDocument {
  const { document, problems } = readDocument(json(file))
  if (document === undefined) throw new Error(`${file}: ${JSON.stringify(problems)}`)
  return document
}

function yearsOf({ events }: TimelineDocument): [number, number] {
  const spans = events.map(({ date }) => {
    const reading = parseDate(date)
    if (!reading.ok) throw new Error(date)
    return drawnDate(reading.date).outer
  })
  const first = Math.min(...spans.map(({ start }) => start))
  const last = Math.max(...spans.map(({ end }) => end))
  return [fieldsOf(first).year, fieldsOf(last - 1).year]
}

/** Texts that people read in more than one language, with where they stand. */
function textsOf({
  title,
  events,
  organizations,
  eras,
  story,
}: TimelineDocument): [string, Text][] {
  return [
    ['title', title],
    ...events.map((event): [string, Text] => [event.id, event.title]),
    ...organizations.map(({ id, name }): [string, Text] => [id, name]),
    ...eras.map((era): [string, Text] => [era.id, era.title]),
    ...story.map((step): [string, Text] => [step.id, step.title]),
  ]
}

const lacks = (text: Text, language: string): boolean =>
  typeof text === 'string' || (text[language] ?? '').trim() === ''

describe('the list of examples', () => {
  it('names each file in the folder, and no other', () => {
    const named = [...textOf('README.md').matchAll(/^- `(.+?)`/gm)].map(([, name]) => name ?? '')
    expect(named).toEqual(Object.keys(promised))
    const files = readdirSync(folder).filter((name) => name !== 'README.md')
    expect(files.toSorted()).toEqual(named.toSorted())
  })
})

describe.each(Object.entries(promised))('%s', (file, { languages, events, steps, years }) => {
  it('reads without a single problem', () => {
    expect(readDocument(json(file)).problems).toEqual([])
  })

  it('spans what it says', () => {
    const document = read(file)
    expect(document.events).toHaveLength(events)
    expect(document.story).toHaveLength(steps)
    expect(yearsOf(document)).toEqual(years)
  })

  it('gives each event an id of its own, a lane, and a source with an address', () => {
    const document = read(file)
    const address = new Map(document.sources.map(({ id, url }) => [id, url ?? '']))
    const faults = document.events.filter(
      ({ id, organizations, sources }) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ||
        organizations.length === 0 ||
        sources.length === 0 ||
        sources.some((source) => !address.get(source.id)?.startsWith('https://')),
    )
    expect(faults.map(({ id }) => id)).toEqual([])
    // Links to events survive a new order of the file only with ids that stand in it.
    const written = textOf(file)
    expect(document.events.filter(({ id }) => !written.includes(`"${id}"`))).toEqual([])
  })

  it('says everything in its languages', () => {
    const missing = textsOf(read(file)).flatMap(([at, text]) =>
      languages.filter((language) => lacks(text, language)).map((language) => `${at} ${language}`),
    )
    expect(missing).toEqual([])
  })

  it('tells each step of its story at an event that the step shows', () => {
    const document = read(file)
    const shown = document.story.filter(({ event, range }) => {
      const told = document.events.find(({ id }) => id === event)
      const [date, view] = [told?.date, range].map((text) => parseDate(text ?? ''))
      if (date?.ok !== true || view?.ok !== true) return false
      const { anchor } = drawnDate(date.date)
      const { start, end } = drawnDate(view.date).outer
      return anchor >= start - (end - start) / 100 && anchor <= end
    })
    expect(shown).toEqual(document.story)
  })

  it('is small enough to open at once', () => {
    expect(Buffer.byteLength(textOf(file))).toBeLessThan(400_000)
  })
})
