import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#core/model/readDocument.ts'
import { flightsDocument } from './flights.mjs'

const row = (date, delay, origin = 'ORD', destination = 'LAS') => ({
  date: new Date(`${date}Z`),
  delay: BigInt(delay),
  distance: 1500n,
  origin,
  destination,
})

const airports = new Map([
  ['ORD', { name: "Chicago O'Hare International", city: 'Chicago' }],
  ['MDW', { name: 'Chicago Midway', city: 'Chicago' }],
  ['LAS', { name: 'McCarran International', city: 'Las Vegas' }],
])

function sourceOf(...groups) {
  async function* given() {
    yield* groups
  }
  return { total: groups.flat().length, groups: given, airports }
}

async function documentOf(source, wanted = Infinity) {
  const { head, events } = await flightsDocument(source, wanted)
  return { ...head, events: await Readable.from(events).toArray() }
}

describe('flightsDocument', () => {
  it('is a document without faults', async () => {
    const rows = [row('2001-01-01T00:01', 33), row('2001-06-30T23:59', -4, 'MDW', 'ORD')]
    const json = await documentOf(sourceOf(rows))
    expect(readDocument(json).problems).toEqual([])
    expect(json.subtitle).toBe('2 flights, 2001-01-01 to 2001-06-30')
  })

  it('tells a flight by the clock of its airport, with no zone', async () => {
    const { events } = await documentOf(sourceOf([row('2001-01-01T00:01', 33, 'MDW')]))
    expect(events).toEqual([
      {
        id: '1',
        date: '2001-01-01T00:01',
        title: 'Chicago to Las Vegas, 33 min late',
        summary: 'MDW to LAS, 1,500 miles.',
        organizations: ['MDW'],
        topics: ['late'],
        importance: 1,
      },
    ])
  })

  it.each([
    [-4, '4 min early', 'on-time', 1],
    [0, 'on time', 'on-time', 1],
    [60, '1 h late', 'hours', 2],
    [200, '3 h 20 min late', 'very-late', 3],
    [360, '6 h late', 'very-late', 4],
    [720, '12 h late', 'very-late', 5],
    // A day's difference is a fault of counting, not the longest delay of all.
    [1431, '23 h 51 min late', 'doubtful', 3],
    [-1116, '18 h 36 min early', 'doubtful', 3],
  ])('a delay of %i minutes', async (delay, words, topic, importance) => {
    const { events } = await documentOf(sourceOf([row('2001-01-01T00:01', delay)]))
    expect(events[0]).toMatchObject({
      title: `Chicago to Las Vegas, ${words}`,
      topics: [topic],
      importance,
    })
    expect(events[0].confidence).toBe(topic === 'doubtful' ? 'disputed' : undefined)
  })

  it('names the airport where a city has several', async () => {
    const rows = [
      row('2001-01-01T00:01', 0, 'MDW', 'LAS'),
      row('2001-01-01T00:02', 0, 'ORD', 'XYZ'),
    ]
    const { events } = await documentOf(sourceOf(rows))
    expect(events.map(({ title }) => title)).toEqual([
      'Chicago MDW to Las Vegas, on time',
      'Chicago ORD to XYZ, on time',
    ])
  })

  it('takes rows evenly over all groups, each with its place in the file', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => row(`2001-01-0${(i % 9) + 1}T00:00`, 0))
    const { events } = await documentOf(sourceOf(rows.slice(0, 3), rows.slice(3)), 5)
    expect(events.map(({ id }) => id)).toEqual(['2', '4', '6', '8', '10'])
    expect((await documentOf(sourceOf(rows), 3)).events).toHaveLength(3)
  })

  it('gives the twenty busiest airports lanes of their own', async () => {
    const rows = Array.from({ length: 25 }, (_, i) =>
      Array.from({ length: 30 - i }, () => row('2001-01-01T00:01', 0, `A${10 + i}`, 'A10')),
    ).flat()
    const { lanes, organizations } = await documentOf(sourceOf(rows))
    const own = Array.from({ length: 20 }, (_, i) => `A${10 + i}`)
    expect(lanes.map(({ id }) => id)).toEqual([...own, 'others'])
    expect(organizations.filter(({ lane }) => lane !== 'others').map(({ id }) => id)).toEqual(own)
    expect(organizations.filter(({ lane }) => lane === 'others')).toHaveLength(5)
  })
})
